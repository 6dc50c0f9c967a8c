package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;
import org.perezvon.mail.inbound.KindGuess.Delivery;

/** Letters that servers write about our letters: not delivered, not yet delivered, delivered, read. */
final class ServerReports {

    private static final int ENOUGH_TO_READ = 20_000;

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern BASIC_STATUS = Pattern.compile("\\b(4[25]\\d|5[0-7]\\d)[ -]");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+=-]{1,64}@[A-Za-z0-9.-]{2,190}");

    private static final List<String> DAEMONS = List.of("mailer-daemon", "mail-daemon", "maildaemon", "mdaemon");

    private ServerReports() {}

    static @Nullable KindGuess read(ParsedMail mail) {
        KindGuess status = byStatusParts(mail);
        if (status != null) {
            return status;
        }
        List<EmailAddress> failed = mail.failedRecipients();
        String subject = mail.subject();
        boolean delayed = Phrases.DELAY_SUBJECT.in(subject);
        if (!failed.isEmpty() && !delayed) {
            return report(MailKind.BOUNCE, "заголовок X-Failed-Recipients", fromText(mail, failed), mail);
        }
        String program = writtenByProgram(mail);
        if (program == null) {
            return null;
        }
        if (delayed) {
            return report(MailKind.DELAY, program + ", тема «" + mail.subject() + "»", fromText(mail, failed), mail);
        }
        if (Phrases.RECEIPT_SUBJECT.in(subject)) {
            return report(MailKind.RECEIPT, program + ", тема «" + mail.subject() + "»", List.of(), mail);
        }
        if (Phrases.BOUNCE_SUBJECT.in(subject)) {
            return report(MailKind.BOUNCE, program + ", тема «" + mail.subject() + "»", fromText(mail, failed), mail);
        }
        return isDaemon(mail)
                ? report(MailKind.BOUNCE, "письмо от почтового сервера", fromText(mail, failed), mail)
                : null;
    }

    private static @Nullable KindGuess byStatusParts(ParsedMail mail) {
        List<Delivery> bounced = new ArrayList<>();
        List<Delivery> delayed = new ArrayList<>();
        List<Delivery> delivered = new ArrayList<>();
        boolean opened = mail.reportType().equals("disposition-notification");
        for (StatusPart part : mail.statuses()) {
            if (part.type().equals("message/disposition-notification")) {
                opened = true;
            }
            for (MailHeaders group : part.groups()) {
                switch (group.keyword("Action")) {
                    case "failed" -> bounced.add(delivery(group, part));
                    case "delayed" -> delayed.add(delivery(group, part));
                    case "delivered", "relayed", "expanded" -> delivered.add(delivery(group, part));
                    default -> {
                        // the group that tells of the message as a whole
                    }
                }
            }
        }
        if (!bounced.isEmpty()) {
            return report(MailKind.BOUNCE, "отчёт о доставке: Action: failed", bounced, mail);
        }
        if (!delayed.isEmpty()) {
            return report(MailKind.DELAY, "отчёт о доставке: Action: delayed", delayed, mail);
        }
        if (!delivered.isEmpty()) {
            return report(MailKind.RECEIPT, "отчёт о доставке: доставлено", delivered, mail);
        }
        return opened ? report(MailKind.RECEIPT, "уведомление о прочтении", List.of(), mail) : null;
    }

    private static Delivery delivery(MailHeaders group, StatusPart report) {
        EmailAddress recipient = typed(group.first("Original-Recipient"));
        if (recipient == null) {
            recipient = typed(group.first("Final-Recipient"));
        }
        String status = group.keyword("Status");
        Matcher digits = STATUS.matcher(status);
        String diagnostic = group.first("Diagnostic-Code");
        int semicolon = diagnostic.indexOf(';');
        return new Delivery(
                recipient,
                group.keyword("Action"),
                server(group, report),
                digits.find() ? digits.group(1) : "",
                brief(diagnostic.substring(semicolon + 1).strip()));
    }

    /** The one that was asked to take the letter; for mailboxes of its own the one that reports. */
    private static String server(MailHeaders group, StatusPart report) {
        String remote = group.first("Remote-MTA");
        String named = remote.isEmpty()
                ? report.groups().stream()
                        .map(part -> part.first("Reporting-MTA"))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("")
                : remote;
        return brief(named.substring(named.indexOf(';') + 1).strip());
    }

    /** {@code rfc822; user@example.ru} */
    private static @Nullable EmailAddress typed(String value) {
        int semicolon = value.indexOf(';');
        return AddressLine.address(value.substring(semicolon + 1)).orElse(null);
    }

    /** What a report for people says: the addresses named in the head, or the first one in the text; the first status. */
    private static List<Delivery> fromText(ParsedMail mail, List<EmailAddress> failed) {
        String text = words(mail);
        Matcher enhanced = STATUS.matcher(text);
        Matcher basic = BASIC_STATUS.matcher(text);
        String status = "";
        int at = -1;
        if (enhanced.find()) {
            status = enhanced.group(1);
            at = enhanced.start();
        } else if (basic.find()) {
            status = basic.group(1).charAt(0) + ".0.0";
            at = basic.start();
        }
        String diagnostic = at < 0 ? "" : brief(lineAt(text, at));
        List<EmailAddress> recipients = failed.isEmpty() ? firstStranger(mail, text) : failed;
        if (recipients.isEmpty()) {
            return List.of(new Delivery(null, "", "", status, diagnostic));
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (EmailAddress recipient : recipients) {
            deliveries.add(new Delivery(recipient, "", "", status, diagnostic));
        }
        return deliveries;
    }

    private static List<EmailAddress> firstStranger(ParsedMail mail, String text) {
        Set<EmailAddress> known = new LinkedHashSet<>(mail.recipients());
        mail.from().forEach(from -> known.add(from.address()));
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            EmailAddress address =
                    AddressLine.address(stripDot(matcher.group())).orElse(null);
            if (address != null && !known.contains(address) && !isDaemonName(address.localPart())) {
                return List.of(address);
            }
        }
        return List.of();
    }

    private static String stripDot(String address) {
        return address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
    }

    private static KindGuess report(MailKind kind, String evidence, List<Delivery> deliveries, ParsedMail mail) {
        return new KindGuess(kind, KindGuess.USUAL, List.of(evidence), Meaning.NONE, deliveries, returnedIds(mail));
    }

    private static List<String> returnedIds(ParsedMail mail) {
        Set<String> ids = new LinkedHashSet<>();
        for (ParsedMail returned : mail.enclosed()) {
            ids.addAll(returned.headers().ids("Message-ID"));
        }
        for (StatusPart part : mail.statuses()) {
            part.groups().forEach(group -> ids.addAll(group.ids("Original-Message-ID")));
        }
        ids.addAll(MailHeaders.parse(words(mail)).ids("Message-ID"));
        ids.addAll(mail.inReplyTo());
        return List.copyOf(ids);
    }

    /** Why a program and not a person must have written it; null when a person may have. */
    private static @Nullable String writtenByProgram(ParsedMail mail) {
        if (isDaemon(mail)) {
            return "отправитель — почтовый сервер";
        }
        if (mail.hasEmptyReturnPath()) {
            return "пустой обратный адрес";
        }
        if (mail.contentType().equals("multipart/report")) {
            return "отчёт почтовой программы";
        }
        String submitted = mail.autoSubmitted();
        return submitted.startsWith("auto-") ? "Auto-Submitted: " + submitted : null;
    }

    private static boolean isDaemon(ParsedMail mail) {
        String from = mail.headers().text("From").toLowerCase(Locale.ROOT);
        return DAEMONS.stream().anyMatch(from::contains)
                || from.contains("mail delivery s")
                || (from.contains("postmaster@") && mail.hasEmptyReturnPath());
    }

    private static boolean isDaemonName(String localPart) {
        return DAEMONS.contains(localPart) || localPart.equals("postmaster");
    }

    private static String words(ParsedMail mail) {
        String text = mail.text().isBlank() ? HtmlText.text(mail.html()) : mail.text();
        return text.length() > ENOUGH_TO_READ ? text.substring(0, ENOUGH_TO_READ) : text;
    }

    private static String lineAt(String text, int at) {
        int from = text.lastIndexOf('\n', at) + 1;
        int to = text.indexOf('\n', at);
        return text.substring(from, to < 0 ? text.length() : to).strip();
    }

    private static String brief(String text) {
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
