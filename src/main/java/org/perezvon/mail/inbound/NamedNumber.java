package org.perezvon.mail.inbound;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number under which an agency has registered our letter, as it writes it. */
final class NamedNumber {

    private static final int LONGEST = 60;
    private static final int MOST_TRIES = 4;

    /** How our own questions are numbered (I-1): an agency that repeats that number has not registered anything yet. */
    private static final Pattern OURS = Pattern.compile("20\\d{2}-\\d{6,9}");

    /** The number stands before these. */
    private static final List<String> BEHIND = List.of("sayı", "numara", "нөмірімен", "нөмірмен", "санымен");

    private NamedNumber() {}

    /** Null when the letter names none. */
    static @Nullable String in(SpokenWords letter) {
        Phrases before = letter.rules().of(Saying.INCOMING_NUMBER);
        for (Sentence sentence : letter.sentences()) {
            String number = in(sentence, before, MOST_TRIES);
            if (number != null) {
                return number;
            }
        }
        for (Sentence sentence : letter.all(Saying.ACKNOWLEDGEMENT)) {
            String number = afterSign(sentence);
            if (number == null) {
                number = beforeSign(sentence);
            }
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    /** «5521 sayısı ile kaydedilmiştir», «1187 нөмірімен тіркелді» */
    private static @Nullable String beforeSign(Sentence sentence) {
        List<String> words = sentence.words();
        for (int at = 1; at < words.size(); at++) {
            if (BEHIND.stream().anyMatch(words.get(at)::startsWith)) {
                String before = sentence.before(at).stripTrailing();
                int from = before.lastIndexOf(' ') + 1;
                String number = number(before.substring(from));
                if (number != null) {
                    return number;
                }
            }
        }
        return null;
    }

    /** «Тіркеу нөмірі / регистрационный номер: 5»: behind the first such words stand others, and then the number. */
    private static @Nullable String in(Sentence sentence, Phrases before, int tries) {
        Phrases.Span span = before.find(sentence);
        if (span == null || tries == 0) {
            return null;
        }
        String behind = sentence.behind(span.to());
        String number = isOutgoing(sentence.words(), span) ? null : number(behind);
        return number == null ? in(Sentence.of(behind), before, tries - 1) : number;
    }

    /** «исх. №», «на № …» name letters of others. */
    private static boolean isOutgoing(List<String> words, Phrases.Span span) {
        return span.from() > 0
                && (words.get(span.from() - 1).equals("исх")
                        || words.get(span.from() - 1).equals("ваш"));
    }

    /** The last number in the sentence that is not ours: «запрос № 2026-000123 зарегистрирован, № 8812». */
    private static @Nullable String afterSign(Sentence sentence) {
        List<String> words = sentence.words();
        for (int at = words.size() - 1; at >= 0; at--) {
            String word = words.get(at);
            if (word.startsWith("вх-") && word.length() > 3) {
                return number(sentence.text()
                        .substring(sentence.before(at).length())
                        .strip()
                        .substring(3));
            }
            boolean named = word.equals("№") || word.equals("#") || (word.equals("n") && at > 0);
            boolean others = at > 0
                    && (words.get(at - 1).equals("на")
                            || (at > 1 && words.get(at - 2).equals("исх")));
            String number = named && !others ? number(sentence.behind(at + 1)) : null;
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    private static @Nullable String number(String behind) {
        int from = 0;
        while (from < behind.length() && " №#:–—-.\u00a0".indexOf(behind.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        boolean figure = false;
        while (to < behind.length() && to - from < LONGEST && belongs(behind.charAt(to))) {
            figure |= Character.isDigit(behind.charAt(to));
            to++;
        }
        while (to > from && ".-/_".indexOf(behind.charAt(to - 1)) >= 0) {
            to--;
        }
        String number = behind.substring(from, to);
        boolean date =
                number.length() >= 8 && number.length() <= 10 && number.charAt(2) == '.' && number.charAt(5) == '.';
        boolean law = number.toLowerCase(Locale.ROOT).endsWith("-фз")
                || number.toLowerCase(Locale.ROOT).endsWith("-оз");
        return !figure || date || law || OURS.matcher(number).matches() ? null : number;
    }

    private static boolean belongs(char c) {
        return Character.isLetterOrDigit(c) || "-–/\\._#".indexOf(c) >= 0;
    }
}
