package org.perezvon.mail.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.RoundTrips;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A letter from us to us by the ordinary ways: when it comes back, the way out and the way in both work. */
@Component
@Transactional
class SelfTest implements RoundTrips {

    private static final Logger log = LoggerFactory.getLogger(SelfTest.class);

    private static final int HEAD = 64 * 1024;
    private static final Pattern REPLY_TO = Pattern.compile("(?im)^Reply-To:.*(\\R[ \\t].*)*");

    private static final String PURPOSE = "SELF_TEST";

    private static final String BODY = """
            Это письмо Перезвон отправил сам себе, чтобы проверить, уходят ли письма и возвращаются ли ответы.
            Когда оно вернётся, программа удалит его. Отвечать на него не нужно.
            """;

    private final Outbox outbox;
    private final Inbox inbox;
    private final Conversations conversations;
    private final RoundTripStore store;
    private final MailSettings settings;
    private final Node node;

    SelfTest(
            Outbox outbox,
            Inbox inbox,
            Conversations conversations,
            RoundTripStore store,
            MailSettings settings,
            Node node) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.conversations = conversations;
        this.store = store;
        this.settings = settings;
        this.node = node;
    }

    /** Puts a letter into the outbox. Each begins a conversation of its own, so that nothing but itself can answer it. */
    void send() {
        String reference = PREFIX + "-" + UUID.randomUUID();
        long conversation = conversations.open(reference);
        outbox.put(new Letter(
                reference,
                PURPOSE,
                settings.senderName(),
                conversations.replyAddress(conversation),
                "Проверка почты",
                BODY,
                Letter.Origin.SELF_TEST));
        store.begin(reference, node.name(), outbox.about(reference).get(0).messageId());
    }

    @Override
    public void arrived(String reference, long mailId, String messageId, Instant receivedAt) {
        String key = conversations.key(conversations.open(reference));
        boolean addressKept =
                inbox.original(mailId).filter(raw -> replyTo(raw).contains(key)).isPresent();
        if (store.back(reference, mailId, receivedAt, messageId, addressKept)) {
            log.info("The letter to ourselves {} is back", reference);
        }
    }

    /** Where an answer to it would go, as far as its head says so. */
    private static String replyTo(byte[] raw) {
        String head = new String(raw, 0, Math.min(raw.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher field = REPLY_TO.matcher(head.split("\r?\n\r?\n", 2)[0]);
        return field.find() ? field.group().toLowerCase(Locale.ROOT) : "";
    }
}
