package org.perezvon.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;

/**
 * A short letter and what it is to us: one line of {@code mail/examples.txt}, on which every change of the rules is tried.
 *
 * @param said what is written, without head, greeting or signature of its own
 * @param meant what it means beside its kind, as the head of the file explains
 */
public record ReadingExample(MailKind kind, String said, Map<String, String> meant) {

    /** The day on which all of them came in: a Tuesday. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 17);

    private static final String HEAD = "Subject: Re: Question\r\nIn-Reply-To: <question@centre.example>\r\n"
            + "Date: Tue, 17 Nov 2026 11:05:12 +0800\r\nContent-Type: text/plain; charset=utf-8\r\n";

    public ReadingExample {
        meant = Map.copyOf(meant);
    }

    /** Those that come with the product. */
    static List<ReadingExample> shipped() {
        return ShippedText.of("/mail/examples.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ReadingExample::parse)
                .toList();
    }

    private static ReadingExample parse(String line) {
        String[] columns = line.split("\\|", -1);
        if (columns.length < 2) {
            throw new IllegalArgumentException("В примере нет текста: " + line);
        }
        Map<String, String> meant = new LinkedHashMap<>();
        for (String pair : columns.length > 2 ? columns[2].split(";", -1) : new String[0]) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                meant.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return new ReadingExample(
                MailKind.valueOf(columns[0].strip()), columns[1].strip().replace("\\n", "\n"), meant);
    }

    /** Read by these rules, as if that sender had written it. */
    KindGuess read(ReadingRules rules, String sender) {
        String letter = "From: " + sender + "\r\n" + HEAD + "\r\n" + said;
        ParsedMail mail = ParsedMail.parse(letter.getBytes(StandardCharsets.UTF_8));
        return KindGuess.of(mail, ReplyText.of(mail), rules);
    }

    /** What was understood otherwise than expected, in Russian; empty when all was understood. */
    List<String> misread(KindGuess guess) {
        List<String> misread = new ArrayList<>();
        if (guess.kind() != kind) {
            misread.add("вид " + guess.kind() + " вместо " + kind);
        }
        meant.forEach((key, expected) -> {
            String understood = understood(guess.meaning(), key);
            boolean fits = expected.equals("-")
                    ? understood == null
                    : understood != null && (isPart(key) ? understood.contains(expected) : understood.equals(expected));
            if (!fits) {
                misread.add(key + " " + understood + " вместо " + expected);
            }
        });
        return misread;
    }

    private static boolean isPart(String key) {
        return key.equals("reason") || key.equals("deputy") || key.equals("body");
    }

    private static @Nullable String understood(Meaning meaning, String key) {
        Object value =
                switch (key) {
                    case "reason" -> meaning.reason();
                    case "until" -> meaning.requestedUntil();
                    case "days" -> meaning.requestedDays();
                    case "number" -> meaning.incomingNumber();
                    case "body" -> meaning.redirectedTo();
                    case "back" -> meaning.backOn();
                    case "deputy" -> meaning.deputy();
                    default -> throw new IllegalArgumentException("Неизвестное слово в примере: " + key);
                };
        return value == null ? null : value.toString();
    }
}
