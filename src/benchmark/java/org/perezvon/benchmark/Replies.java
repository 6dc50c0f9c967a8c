package org.perezvon.benchmark;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perezvon.mail.Conversations;
import org.perezvon.testing.Mails;

/**
 * What agencies answer, as their servers hand it over: 8 KB of Russian with our letter below it, once as text and once as
 * HTML, in the character set of an office that has used it for thirty years.
 */
final class Replies {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneId.of("Asia/Irkutsk"));
    private static final Pattern KEY = Pattern.compile("\\[([^]]+)]\\s*$");
    private static final Pattern QUESTION = Pattern.compile("\\d{4}-\\d+");

    private static final String ANSWER = """
            Здравствуйте, уважаемые коллеги!

            Пособие назначается в течение десяти рабочих дней со дня, когда заявление и документы приняты. Понадобятся
            паспорт и сведения о доходах семьи за двенадцать месяцев; справки из других ведомств мы запросим сами.

            С уважением,
            Иванова Анна Петровна
            главный специалист отдела назначения выплат
            """;

    private static final String MAIL = """
            Return-Path: <%1$s>
            Delivered-To: vopros@ekc.example
            X-Original-To: %2$s
            Received: from mx1.%3$s (mx1.%3$s [192.0.2.25])
            	by mail.ekc.example (Postfix) with ESMTPS id 4F1C2D3E4A
            	for <%2$s>; %4$s
            Received: from exchange.%3$s (exchange.%3$s [198.51.100.7])
            	by mx1.%3$s (Postfix) with ESMTPS id 7A8B9C0D1E
            	for <%2$s>; %4$s
            Received: from EXCHANGE.%3$s ([fe80::1c2d]) by EXCHANGE.%3$s
            	([fe80::1c2d%%12]) with mapi id 15.02.1258.012; %4$s
            Authentication-Results: mail.ekc.example; dkim=pass header.d=%3$s; spf=pass smtp.mailfrom=%1$s;
            	dmarc=pass header.from=%3$s
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%3$s; s=mail;
            	h=From:To:Subject:Date:Message-ID:In-Reply-To:References; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;
            	b=dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav+yuU4zGeeruD00lszZVoG4ZHRNiYzR0dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav
            From: %5$s <%1$s>
            To: %6$s <%2$s>
            Subject: %7$s
            Thread-Index: AdlY3c0h1x2v0m9iQe6qk5Xb1wAAAA==
            Date: %4$s
            Message-ID: <%8$s@%3$s>
            References: <%9$s@ekc.example> %10$s
            In-Reply-To: %10$s
            Accept-Language: ru-RU, en-US
            Content-Language: ru-RU
            X-MS-Has-Attach:
            X-Mailer: Microsoft Outlook 16.0
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="_000_%8$s_"

            --_000_%8$s_
            Content-Type: text/plain; charset="windows-1251"
            Content-Transfer-Encoding: base64

            %11$s

            --_000_%8$s_
            Content-Type: text/html; charset="windows-1251"
            Content-Transfer-Encoding: base64

            %12$s

            --_000_%8$s_--
            """;

    private final Conversations conversations;
    private final Map<String, Seen> letters = new HashMap<>();

    /** @param letters of ours, one that each agency has received, by its address; their copies differ in numbers and keys only */
    Replies(Conversations conversations, Map<String, MimeMessage> letters) {
        this.conversations = conversations;
        letters.forEach((agency, letter) -> this.letters.put(agency, Seen.of(letter)));
    }

    byte[] to(WaitingStore.Waiting inquiry, Instant at) {
        Seen letter = letters.get(inquiry.agency());
        if (letter == null) {
            throw new IllegalStateException("Nobody has read a letter to " + inquiry.agency());
        }
        String key = conversations.key(inquiry.conversation());
        String replyTo = conversations.replyAddress(inquiry.conversation()).value();
        return mail(letter.copied(inquiry.question(), key), replyTo, key, inquiry.messageId(), inquiry.agency(), at);
    }

    /** At once, by a program that has just received it. */
    static byte[] to(MimeMessage letter, String agency, Instant at) {
        Seen seen = Seen.of(letter);
        return mail(seen, Mails.replyTo(letter), seen.key(), Mails.messageId(letter), agency, at);
    }

    private static byte[] mail(Seen letter, String replyTo, String key, String messageId, String agency, Instant at) {
        String text =
                ANSWER + "\nОт: Единый контакт-центр <vopros@ekc.example>\nОтправлено: 17 ноября 2026 г. 10:30\nТема: "
                        + letter.subject() + "\n\n" + letter.text();
        String html = "<html><body lang=\"RU\"><div class=\"WordSection1\">"
                + ANSWER.lines()
                        .map(line -> "<p class=\"MsoNormal\">" + line + "</p>")
                        .reduce("", String::concat)
                + "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt\"><b>От:</b> Единый контакт-центр<br><b>Тема:</b> "
                + letter.subject() + "</div>" + letter.html() + "</div></body></html>";
        return MAIL.formatted(
                        agency,
                        replyTo,
                        agency.substring(agency.indexOf('@') + 1),
                        DATE.format(at),
                        word("Иванова Анна Петровна"),
                        word("Единый контакт-центр"),
                        word("RE: " + letter.subject()),
                        UUID.randomUUID(),
                        key,
                        messageId,
                        encoded(text),
                        encoded(html))
                .replace("\n", "\r\n")
                .replace("\r\r", "\r")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.replace("\n", "\r\n").getBytes(CYRILLIC));
    }

    /** As a head may carry it (RFC 2047). */
    private static String word(String text) {
        StringBuilder words = new StringBuilder();
        for (int from = 0; from < text.length(); from += 40) {
            String part = text.substring(from, Math.min(from + 40, text.length()));
            words.append(words.isEmpty() ? "" : "\r\n ")
                    .append("=?windows-1251?B?")
                    .append(Base64.getEncoder().encodeToString(part.getBytes(CYRILLIC)))
                    .append("?=");
        }
        return words.toString();
    }

    /** Our letter as it stands in an agency's mailbox. */
    private record Seen(String subject, String text, String html, String question, String key) {

        static Seen of(MimeMessage letter) {
            String subject = Mails.subject(letter);
            return new Seen(
                    subject,
                    Mails.text(letter),
                    Mails.html(letter),
                    found(QUESTION, subject, 0),
                    found(KEY, subject, 1));
        }

        Seen copied(String copiedQuestion, String copiedKey) {
            return new Seen(
                    copied(subject, copiedQuestion, copiedKey),
                    copied(text, copiedQuestion, copiedKey),
                    copied(html, copiedQuestion, copiedKey),
                    copiedQuestion,
                    copiedKey);
        }

        private String copied(String words, String copiedQuestion, String copiedKey) {
            return words.replace(question, copiedQuestion).replace(key, copiedKey);
        }

        private static String found(Pattern pattern, String text, int group) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new IllegalStateException("There is no %s in «%s»".formatted(pattern, text));
            }
            return matcher.group(group);
        }
    }
}
