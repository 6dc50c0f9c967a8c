package org.perezvon.mail.inbound;

import java.util.List;
import java.util.Locale;

/** Where the signature of a letter begins: at a delimiter, at what a telephone adds, at «С уважением». */
final class SignatureWords {

    private static final int LONGEST_SIGNATURE = 16;
    private static final int LONGEST_LINE = 130;
    private static final int LONGEST_CLOSING = 90;

    private static final List<String> DEVICES = List.of(
            "отправлено с ",
            "отправлено из ",
            "отправлено через ",
            "послано с ",
            "sent from my ",
            "sent from ",
            "sent with ",
            "get outlook for ",
            "скачать outlook для ",
            "получите outlook для ",
            "von meinem ",
            "gesendet von ",
            "envoyé de mon ",
            "envoyé depuis ");
    private static final List<String> DEVICE_NAMES = List.of(
            "iphone",
            "ipad",
            "ios",
            "android",
            "samsung",
            "galaxy",
            "huawei",
            "honor",
            "xiaomi",
            "redmi",
            "realme",
            "mail.ru",
            "почты mail",
            "яндекс",
            "yandex",
            "outlook",
            "mymail",
            "blackberry",
            "мобильн",
            "смартфон",
            "телефон",
            "планшет",
            "windows",
            "gmail",
            "handy",
            "смартфона",
            "айфон",
            "туту",
            "the bat");

    private static final List<String> CLOSINGS = List.of(
            "с уважением",
            "с глубоким уважением",
            "с искренним уважением",
            "с ув",
            "с наилучшими пожеланиями",
            "с наилучшими",
            "всего доброго",
            "всего наилучшего",
            "құрметпен",
            "ізгі ниетпен",
            "best regards",
            "kind regards",
            "regards",
            "sincerely",
            "yours sincerely",
            "mit freundlichen grüßen",
            "freundliche grüße",
            "cordialement");

    private static final List<String> EXECUTORS = List.of("исп.", "исп:", "исполнитель", "орындаушы", "орынд.");

    private static final List<String> FOOTERS = List.of(
            "данное сообщение и любые",
            "данное электронное сообщение",
            "настоящее сообщение и",
            "настоящее электронное",
            "это сообщение проверено на вирусы",
            "без вирусов",
            "virus-free",
            "this email has been checked for viruses",
            "this e-mail and any",
            "this message and any",
            "содержание данного сообщения",
            "сообщение предназначено только",
            "информация, содержащаяся в данном");

    private SignatureWords() {}

    /** Half-open; empty when there is none. */
    record Span(int from, int to) {}

    /** Where among these lines the signature stands: at their end, or before a postscript. */
    static Span in(List<Line> lines) {
        int to = endWithoutBlank(lines, lines.size());
        int from = to;
        for (int i = to - 1; i >= 0 && to - i <= LONGEST_SIGNATURE; i--) {
            String text = lines.get(i).text();
            String words = text.strip().toLowerCase(Locale.ROOT);
            if (isPostscript(words)) {
                to = endWithoutBlank(lines, i);
                from = to;
            } else if (begins(text, words, from - i, to - i)) {
                from = i;
            } else if (text.length() > LONGEST_LINE && i < from) {
                break; // a paragraph: people do not write those in signatures
            }
        }
        return new Span(from, to);
    }

    private static int endWithoutBlank(List<Line> lines, int end) {
        int to = end;
        while (to > 0 && lines.get(to - 1).isBlank()) {
            to--;
        }
        return to;
    }

    /** @param above how many lines above the signature found so far; {@code fromEnd} how many from the end */
    private static boolean begins(String text, String words, int above, int fromEnd) {
        if (words.isEmpty()) {
            return false;
        }
        return isDelimiter(text)
                || isFooter(words)
                || isClosing(text.strip(), words)
                || (isDevice(words) && above <= 3)
                || (isExecutor(words) && fromEnd <= 4);
    }

    private static boolean isPostscript(String words) {
        return words.startsWith("p.s")
                || words.startsWith("p. s")
                || words.startsWith("з.ы")
                || words.startsWith("п.с");
    }

    /** "-- ", and what is left of it when a server trimmed its space. */
    static boolean isDelimiter(String text) {
        return text.strip().equals("--");
    }

    private static boolean isDevice(String words) {
        if (words.length() > 100) {
            return false;
        }
        for (String opening : DEVICES) {
            if (words.startsWith(opening)) {
                String rest = words.substring(opening.length());
                return DEVICE_NAMES.stream().anyMatch(rest::contains);
            }
        }
        return words.endsWith("нан жіберілді") || words.endsWith("нен жіберілді") || words.endsWith("дан жіберілді");
    }

    /** «С уважением» and perhaps a name: not «С уважением относимся к вашему вопросу». */
    private static boolean isClosing(String text, String words) {
        if (words.length() > LONGEST_CLOSING) {
            return false;
        }
        for (String closing : CLOSINGS) {
            if (words.startsWith(closing)) {
                String rest = text.substring(Math.min(text.length(), closing.length()))
                        .strip();
                if (rest.isEmpty() || ",.!;-–—".indexOf(rest.charAt(0)) >= 0) {
                    return !tellsSomething(words);
                }
                return Character.isUpperCase(rest.charAt(0));
            }
        }
        return false;
    }

    private static boolean tellsSomething(String words) {
        return List.of("сообща", "направля", "информиру", "прос", "уведомля", "разъясня", "предоставля").stream()
                .anyMatch(words::contains);
    }

    private static boolean isExecutor(String words) {
        return words.length() <= 120 && EXECUTORS.stream().anyMatch(words::startsWith);
    }

    private static boolean isFooter(String words) {
        return FOOTERS.stream().anyMatch(words::startsWith);
    }
}
