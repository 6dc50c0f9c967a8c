package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;
import org.perezvon.mail.inbound.KindGuess.Delivery;

/**
 * Letters that servers write about our letters: not delivered, not yet delivered, delivered, read. What they state for
 * programs (RFC 3464, RFC 8098) is believed first, then what they say in words: fewer than six of ten bounces keep to the form.
 */
final class ServerReports {

    private static final double STATED = 1;
    private static final double SURE = 0.98;
    private static final double LIKELY = 0.85;

    private final ParsedMail mail;
    private final ServerSigns signs;
    private final ReadingRules rules;
    private final Sentence subject;
    private @Nullable BounceText text;

    private ServerReports(ParsedMail mail, ReadingRules rules) {
        this.mail = mail;
        this.signs = new ServerSigns(mail);
        this.rules = rules;
        this.subject = Sentence.of(mail.subject());
    }

    /** Null when no server wrote it. */
    static @Nullable KindGuess read(ParsedMail mail, ReadingRules rules) {
        ServerReports reports = new ServerReports(mail, rules);
        KindGuess stated = reports.byStatusParts();
        return stated != null ? stated : reports.byWords();
    }

    /** Most mails are of people: nobody looks for a server's words in them. */
    private BounceText text() {
        BounceText read = text == null ? BounceText.of(mail) : text;
        text = read;
        return read;
    }

    private @Nullable KindGuess byStatusParts() {
        List<Delivery> bounced = new ArrayList<>();
        List<Delivery> delayed = new ArrayList<>();
        List<Delivery> delivered = new ArrayList<>();
        boolean opened = mail.reportType().equals("disposition-notification");
        for (StatusPart part : mail.statuses()) {
            opened |= part.type().equals("message/disposition-notification");
            for (MailHeaders group : part.groups()) {
                switch (action(group)) {
                    case "failed" -> bounced.add(RecipientStatus.of(group, part, text()));
                    case "delayed" -> delayed.add(RecipientStatus.of(group, part, text()));
                    case "delivered", "relayed", "expanded" -> delivered.add(RecipientStatus.of(group, part, text()));
                    default -> {
                        // the group that tells of the message as a whole
                    }
                }
            }
        }
        if (!bounced.isEmpty()) {
            return report(MailKind.BOUNCE, STATED, "отчёт о доставке: Action: failed", bounced);
        }
        if (!delayed.isEmpty()) {
            return report(MailKind.DELAY, STATED, "отчёт о доставке: Action: delayed", delayed);
        }
        if (!delivered.isEmpty()) {
            return report(MailKind.RECEIPT, STATED, "отчёт о доставке: доставлено", delivered);
        }
        return opened ? report(MailKind.RECEIPT, STATED, "уведомление о прочтении", List.of()) : null;
    }

    /** Where the action is missing, the class of the status tells it (RFC 3463 §2). */
    private static String action(MailHeaders group) {
        String action = group.keyword("Action");
        boolean known =
                List.of("failed", "delayed", "delivered", "relayed", "expanded").contains(action);
        String status = group.first("Status").strip();
        if (known || status.isEmpty() || !group.has("Final-Recipient")) {
            return action.equals("fail") || action.equals("failure") ? "failed" : action;
        }
        return switch (status.charAt(0)) {
            case '5' -> "failed";
            case '4' -> "delayed";
            case '2' -> "delivered";
            default -> action;
        };
    }

    private @Nullable KindGuess byWords() {
        List<EmailAddress> failed = mail.failedRecipients();
        boolean delayed = rules.of(Saying.DELAY_SUBJECT).in(subject);
        if (!failed.isEmpty() && !delayed) {
            return said(SURE, "заголовок X-Failed-Recipients");
        }
        String program = signs.ofProgram();
        if (rules.of(Saying.AUTO_REPLY_SUBJECT).in(subject)) {
            return null;
        }
        if (program == null) {
            return byWordsOfStranger();
        }
        String evidence = program + ", тема «" + mail.subject() + "»";
        if (delayed) {
            return said(MailKind.DELAY, SURE, evidence);
        }
        if (rules.of(Saying.RECEIPT_SUBJECT).in(subject)) {
            return report(MailKind.RECEIPT, SURE, evidence, List.of());
        }
        if (rules.of(Saying.BOUNCE_SUBJECT).in(subject)) {
            return said(SURE, evidence);
        }
        String failure = text().first(rules.of(Saying.BOUNCE));
        if (failure != null
                && (signs.isDaemon()
                        || signs.isPostmaster()
                        || mail.contentType().equals("multipart/report"))) {
            return said(SURE, program + ": " + failure);
        }
        if (text().first(rules.of(Saying.RECEIPT)) != null) {
            return report(MailKind.RECEIPT, LIKELY, program + ": " + text().first(rules.of(Saying.RECEIPT)), List.of());
        }
        boolean report = mail.reportType().equals("delivery-status") || signs.isDaemon();
        return report && text().first(rules.of(Saying.AUTO_REPLY)) == null
                ? said(LIKELY, "письмо от почтового сервера")
                : null;
    }

    /** Some servers write as if they were people; then the subject and the words must agree. */
    private @Nullable KindGuess byWordsOfStranger() {
        boolean bounce = rules.of(Saying.BOUNCE_SUBJECT).in(subject);
        boolean delay = rules.of(Saying.DELAY_SUBJECT).in(subject);
        boolean read = rules.of(Saying.RECEIPT_SUBJECT).in(subject);
        if (!bounce && !delay && !read && !signs.isPostmaster() && !signs.isGuard()) {
            return null;
        }
        String evidence = "тема «" + mail.subject() + "»";
        String failure = text().first(rules.of(Saying.BOUNCE));
        if (failure != null && !delay && !read) {
            return said(bounce ? SURE : LIKELY, evidence + ": " + failure);
        }
        String patience = text().first(rules.of(Saying.DELAY));
        if (delay && patience != null) {
            return said(MailKind.DELAY, SURE, evidence + ": " + patience);
        }
        if (bounce && text().hasStatus()) {
            return said(LIKELY, evidence);
        }
        String receipt = text().first(rules.of(Saying.RECEIPT));
        return read && (receipt != null || text().isShort())
                ? report(MailKind.RECEIPT, receipt == null ? LIKELY : SURE, evidence, List.of())
                : null;
    }

    /** What sounds like a bounce is a delay where the server says that it goes on trying. */
    private KindGuess said(double confidence, String evidence) {
        String patience = text().first(rules.of(Saying.DELAY));
        boolean tries = patience != null && !text().givesUp();
        return said(
                tries ? MailKind.DELAY : MailKind.BOUNCE, confidence, tries ? evidence + ": " + patience : evidence);
    }

    private KindGuess said(MailKind kind, double confidence, String evidence) {
        return report(kind, confidence, evidence, text().deliveries());
    }

    private KindGuess report(MailKind kind, double confidence, String evidence, List<Delivery> deliveries) {
        List<String> why = new ArrayList<>(List.of(evidence));
        if (kind == MailKind.BOUNCE) {
            deliveries.stream()
                    .map(Delivery::status)
                    .filter(status -> !status.isEmpty())
                    .findFirst()
                    .ifPresent(status -> why.add(
                            status.startsWith("4") ? "временная ошибка " + status : "постоянная ошибка " + status));
        }
        return new KindGuess(kind, confidence, why, Meaning.NONE, deliveries, returnedIds());
    }

    private List<String> returnedIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (ParsedMail returned : mail.enclosed()) {
            ids.addAll(returned.headers().ids("Message-ID"));
        }
        for (StatusPart part : mail.statuses()) {
            part.groups().forEach(group -> ids.addAll(group.ids("Original-Message-ID")));
        }
        ids.addAll(text().messageIds());
        ids.addAll(mail.inReplyTo());
        return List.copyOf(ids);
    }
}
