package org.perezvon.mail.inbound;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.perezvon.kernel.EmailAddress;

/** Whether whoever writes may well answer for those we wrote to: one of them, or somebody in the same organisation. */
final class PlausibleSender {

    /** Where anybody can have an address, sharing a domain proves nothing. */
    private static final Set<String> PUBLIC_DOMAINS = Set.of(
            "yandex.ru",
            "ya.ru",
            "mail.ru",
            "bk.ru",
            "inbox.ru",
            "list.ru",
            "internet.ru",
            "rambler.ru",
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "icloud.com",
            "yahoo.com",
            "mail.kz",
            "yandex.kz",
            "proton.me",
            "vk.com");

    private PlausibleSender() {}

    static boolean is(String from, Collection<EmailAddress> recipients) {
        Optional<EmailAddress> sender = EmailAddress.from(from);
        return sender.isPresent()
                && recipients.stream()
                        .anyMatch(recipient -> recipient.equals(sender.get())
                                || isWithin(sender.get().domain(), recipient.domain()));
    }

    private static boolean isWithin(String domain, String organisation) {
        return !PUBLIC_DOMAINS.contains(organisation)
                && (domain.equals(organisation) || domain.endsWith("." + organisation));
    }
}
