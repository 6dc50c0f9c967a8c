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
import org.perezvon.mail.inbound.KindGuess.Delivery;

/** What a mail server says in words for people: which recipient, which status, and the copy of our letter below. */
final class BounceText {

    private static final int ENOUGH_TO_READ = 20_000;
    private static final int SHORT = 400;

    /** RFC 3463: class, subject, detail; not a piece of an IP address or of a version. */
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([45]\\.[0-7]\\.\\d{1,3})(?![\\d]|\\.\\d)");

    private static final Pattern BASIC_STATUS = Pattern.compile("(?<![\\d.:])(4[25]\\d|5[0-7]\\d)[ -](?!\\d)");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+=-]{1,64}@[A-Za-z0-9.-]{2,190}");

    /** Below these stands our own letter. */
    private static final List<String> COPIES = List.of(
            "original message follows",
            "copy of the message",
            "copy of your message",
            "copy of the original",
            "returned message",
            "unsent message",
            "contents of the undelivered",
            "header of the original",
            "headers of the original",
            "original message header",
            "original message headers",
            "message header:",
            "исходное сообщение",
            "копия сообщения",
            "копия письма",
            "заголовки исходного");

    private static final List<String> GIVES_UP = List.of(
            "giving up",
            "given up",
            "permanent",
            "no further",
            "has expired",
            "expired",
            "too long in queue",
            "could not be delivered for",
            "прекращен",
            "больше не будет",
            "окончательн",
            "cannot send message for",
            "could not send message for",
            "retry timeout exceeded");

    private final ParsedMail mail;
    private final String words;
    private final String own;
    private List<Sentence> sentences = List.of();
    private boolean sought;
    private @Nullable EmailAddress recipient;

    private BounceText(ParsedMail mail, String words) {
        this.mail = mail;
        this.words = words;
        this.own = words.substring(0, copyStart(words));
    }

    static BounceText of(ParsedMail mail) {
        String text = mail.text().isBlank() ? HtmlText.text(mail.html()) : mail.text();
        return new BounceText(mail, text.length() > ENOUGH_TO_READ ? text.substring(0, ENOUGH_TO_READ) : text);
    }

    private static int copyStart(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        int start = words.length();
        for (String copy : COPIES) {
            int at = lower.indexOf(copy);
            start = at < 0 ? start : Math.min(start, at);
        }
        // what begins with its copy has nothing of its own
        return start < 20 || start > lower.length() ? words.length() : start;
    }

    /** The first sentence that says it, without the copy of our letter; null when none does. */
    @Nullable
    String first(Phrases phrases) {
        if (sentences.isEmpty()) {
            sentences = Sentences.of(own);
        }
        for (Sentence sentence : sentences) {
            if (phrases.in(sentence)) {
                return brief(sentence.text());
            }
        }
        return null;
    }

    boolean givesUp() {
        String lower = own.toLowerCase(Locale.ROOT);
        return GIVES_UP.stream().anyMatch(lower::contains);
    }

    boolean hasStatus() {
        return !statusIn(own).isEmpty();
    }

    boolean isShort() {
        return own.length() < SHORT;
    }

    /** The first status in a text, as finely as it is said; empty when there is none. */
    static String statusIn(String text) {
        Matcher enhanced = STATUS.matcher(text);
        if (enhanced.find()) {
            return enhanced.group(1);
        }
        Matcher basic = BASIC_STATUS.matcher(text);
        return basic.find() ? basic.group(1).charAt(0) + ".0.0" : "";
    }

    /** The addresses named in the head, or the first one in the text that is not ours; the first status. */
    List<Delivery> deliveries() {
        String status = statusIn(own);
        String diagnostic = diagnostic();
        List<EmailAddress> failed = mail.failedRecipients();
        EmailAddress named = failed.isEmpty() ? recipient() : failed.get(0);
        if (failed.size() < 2) {
            return List.of(new Delivery(named, "", "", status, diagnostic));
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (EmailAddress recipient : failed) {
            deliveries.add(new Delivery(recipient, "", "", status, diagnostic));
        }
        return deliveries;
    }

    private String diagnostic() {
        Matcher enhanced = STATUS.matcher(own);
        Matcher basic = BASIC_STATUS.matcher(own);
        int at = enhanced.find() ? enhanced.start() : basic.find() ? basic.start() : -1;
        return at < 0 ? "" : brief(lineAt(own, at));
    }

    /** The first address that is neither the reporting server's nor the one reported to; else to whom our letter went. */
    @Nullable
    EmailAddress recipient() {
        Set<EmailAddress> known = new LinkedHashSet<>(mail.recipients());
        mail.from().forEach(from -> known.add(from.address()));
        Matcher matcher = ADDRESS.matcher(own);
        while (matcher.find()) {
            EmailAddress address =
                    AddressLine.address(withoutDot(matcher.group())).orElse(null);
            if (address != null && !known.contains(address) && !isDaemon(address.localPart())) {
                return address;
            }
        }
        for (ParsedMail returned : mail.enclosed()) {
            if (returned.to().size() == 1) {
                return returned.to().get(0).address();
            }
        }
        return null;
    }

    /** Of the letter whose copy stands in the text. */
    List<String> messageIds() {
        return MailHeaders.parse(words).ids("Message-ID");
    }

    private static boolean isDaemon(String localPart) {
        return localPart.contains("daemon") || localPart.equals("postmaster");
    }

    /** The full stop, or the three of them, behind an address. */
    private static String withoutDot(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == '.') {
            end--;
        }
        return address.substring(0, end);
    }

    private static String lineAt(String text, int at) {
        int from = text.lastIndexOf('\n', at) + 1;
        int to = text.indexOf('\n', at);
        return text.substring(from, to < 0 ? text.length() : to).strip();
    }

    static String brief(String text) {
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
