package org.perezvon.mail.inbound;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what in its head a mail shows that a mail server may have written it. */
record ServerSigns(ParsedMail mail) {

    private static final List<String> DAEMONS = List.of(
            "mailer-daemon",
            "mail-daemon",
            "maildaemon",
            "mdaemon",
            "mailerdaemon",
            "mail delivery",
            "mail deliver system");

    /** Who else writes such letters, among much that is none. */
    private static final List<String> POSTMASTERS = List.of(
            "postmaster",
            "microsoft exchange",
            "microsoftexchange",
            "system administrator",
            "mail service",
            "mail server",
            "mail system",
            "mailsystem",
            "mailserver",
            "почтовая система",
            "системный администратор",
            "почтовый сервер",
            "mail administrator",
            "mail daemon",
            "email gateway",
            "smtp",
            "mta@",
            "bounce");

    /** What stands before the server of a receiver and turns letters away, and is no person either. */
    private static final List<String> GUARDS = List.of(
            "kaspersky",
            "antivirus",
            "antispam",
            "anti-spam",
            "drweb",
            "dr.web",
            "quarantine",
            "карантин",
            "mailgateway",
            "mail-gateway",
            "mailfilter",
            "spamfilter",
            "security@",
            "noreply",
            "no-reply",
            "donotreply",
            "do-not-reply");

    private static final List<String> FIELDS = List.of(
            "X-MX-Bounce",
            "X-MS-Exchange-Message-Is-Ndr",
            "X-Failed-Recipient",
            "X-Bounced-Address",
            "X-Mailer-Daemon");

    /** Why a program and not a person must have written it; null when a person may have. */
    @Nullable
    String ofProgram() {
        if (isDaemon()) {
            return "отправитель — почтовый сервер";
        }
        if (mail.hasEmptyReturnPath()) {
            return "пустой обратный адрес";
        }
        if (mail.contentType().equals("multipart/report")) {
            return "отчёт почтовой программы";
        }
        for (String name : FIELDS) {
            if (mail.headers().has(name)) {
                return "заголовок " + name;
            }
        }
        String submitted = mail.autoSubmitted();
        return submitted.startsWith("auto-") ? "Auto-Submitted: " + submitted : null;
    }

    boolean isDaemon() {
        String from = from();
        String path = mail.headers().first("Return-Path").toLowerCase(Locale.ROOT);
        return DAEMONS.stream().anyMatch(from::contains)
                || path.startsWith("<mailer-daemon")
                || (from.contains("postmaster@") && mail.hasEmptyReturnPath());
    }

    /** Of a name under which servers write, among others. */
    boolean isPostmaster() {
        String from = from();
        return POSTMASTERS.stream().anyMatch(from::contains);
    }

    /** Of a name under which filters of mail write, and others that want no answer. */
    boolean isGuard() {
        String from = from();
        return GUARDS.stream().anyMatch(from::contains);
    }

    private String from() {
        return mail.headers().text("From").toLowerCase(Locale.ROOT);
    }
}
