package org.perezvon.mail.inbound;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words by which mail programs announce a quotation, in the languages of our correspondents. */
final class QuoteWords {

    /** What a line of a quoted head tells. */
    enum Key {
        FROM,
        SENT,
        TO,
        SUBJECT,
        OTHER
    }

    private static final int LONGEST_KEY = 30;
    private static final int LONGEST_INTRODUCTION = 500;

    private static final Map<String, Key> KEYS = Map.ofEntries(
            Map.entry("от", Key.FROM),
            Map.entry("от кого", Key.FROM),
            Map.entry("отправитель", Key.FROM),
            Map.entry("from", Key.FROM),
            Map.entry("von", Key.FROM),
            Map.entry("de", Key.FROM),
            Map.entry("кімнен", Key.FROM),
            Map.entry("жіберуші", Key.FROM),
            Map.entry("жіберген", Key.FROM),
            Map.entry("отправлено", Key.SENT),
            Map.entry("отправленные", Key.SENT),
            Map.entry("дата", Key.SENT),
            Map.entry("дата отправки", Key.SENT),
            Map.entry("sent", Key.SENT),
            Map.entry("date", Key.SENT),
            Map.entry("gesendet", Key.SENT),
            Map.entry("datum", Key.SENT),
            Map.entry("envoyé", Key.SENT),
            Map.entry("date d'envoi", Key.SENT),
            Map.entry("жіберілген күні", Key.SENT),
            Map.entry("жіберілді", Key.SENT),
            Map.entry("күні", Key.SENT),
            Map.entry("кому", Key.TO),
            Map.entry("получатель", Key.TO),
            Map.entry("получатели", Key.TO),
            Map.entry("to", Key.TO),
            Map.entry("an", Key.TO),
            Map.entry("à", Key.TO),
            Map.entry("кімге", Key.TO),
            Map.entry("алушы", Key.TO),
            Map.entry("тема", Key.SUBJECT),
            Map.entry("subject", Key.SUBJECT),
            Map.entry("betreff", Key.SUBJECT),
            Map.entry("objet", Key.SUBJECT),
            Map.entry("тақырып", Key.SUBJECT),
            Map.entry("тақырыбы", Key.SUBJECT),
            Map.entry("копия", Key.OTHER),
            Map.entry("cc", Key.OTHER),
            Map.entry("kopie", Key.OTHER),
            Map.entry("көшірме", Key.OTHER),
            Map.entry("көшірмесі", Key.OTHER),
            Map.entry("важность", Key.OTHER),
            Map.entry("importance", Key.OTHER),
            Map.entry("вложения", Key.OTHER),
            Map.entry("attachments", Key.OTHER),
            Map.entry("reply-to", Key.OTHER));

    private static final List<String> REPLIED = List.of(
            "исходное сообщение",
            "исходное письмо",
            "original message",
            "original-nachricht",
            "ursprüngliche nachricht",
            "message d'origine",
            "message original",
            "бастапқы хабар",
            "бастапқы хат");
    private static final List<String> FORWARDED = List.of(
            "пересылаемое сообщение",
            "пересланное сообщение",
            "пересылаемое письмо",
            "переадресованное сообщение",
            "начало переадресованного сообщения",
            "перенаправленное сообщение",
            "forwarded message",
            "begin forwarded message",
            "weitergeleitete nachricht",
            "message transféré",
            "message transmis",
            "қайта жіберілген хабар",
            "қайта жіберілген хат",
            "конец пересылаемого сообщения");

    private static final List<String> VERBS = List.of(
            "пишет",
            "писал",
            "писала",
            "писал(а)",
            "написал",
            "написала",
            "написал(а)",
            "вы писали",
            "сообщает",
            "wrote",
            "writes",
            "schrieb",
            "geschrieben",
            "a écrit",
            "жазды",
            "жазған",
            "жазып отыр");

    private static final Pattern TIME = Pattern.compile("\\b\\d{1,2}:\\d{2}\\b");
    private static final Pattern DATE = Pattern.compile(
            "\\b(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|20\\d{2})\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ADDRESS =
            Pattern.compile("[\\w.+-]{1,64}@[\\w.-]{2,190}", Pattern.UNICODE_CHARACTER_CLASS);

    private QuoteWords() {}

    /** The key with which a line of a quoted head begins; null when it is none. */
    static @Nullable Key headerKey(String line) {
        int from = 0;
        while (from < line.length() && (line.charAt(from) == '*' || Character.isWhitespace(line.charAt(from)))) {
            from++;
        }
        int colon = line.indexOf(':', from);
        if (colon < 0 || colon - from > LONGEST_KEY) {
            return null;
        }
        String key = line.substring(from, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
        return KEYS.get(key);
    }

    /** Whether words read in one breath begin with the head of a letter. */
    static boolean startsWithHeader(String words) {
        return headerKey(words) != null
                || (words.indexOf('@') > 0
                        && words.chars().filter(c -> c == ':').count() >= 3);
    }

    /** Whether the first words within a bar or frame are those of a quoted letter, and not of a law somebody cites. */
    static boolean opensQuotation(String words) {
        String opening = words.length() > LONGEST_INTRODUCTION ? words.substring(0, LONGEST_INTRODUCTION) : words;
        return ReplyMarker.isIn(opening)
                || startsWithHeader(opening)
                || signs(opening).size() >= 2;
    }

    /** A line of its own between a reply and what it replies to. */
    static boolean isSeparator(String line) {
        return isRuled(line, REPLIED) || isForward(line);
    }

    static boolean isForward(String line) {
        return isRuled(line, FORWARDED);
    }

    /** Underscores or hyphens and nothing else: a separator only when a quoted head follows. */
    static boolean isRule(String line) {
        String bare = line.strip();
        return bare.length() >= 5
                && bare.chars().allMatch(c -> c == '_' || c == '-' || c == '—' || c == '=')
                && bare.length() < 200;
    }

    private static boolean isRuled(String line, List<String> phrases) {
        String bare = line.strip();
        if (bare.length() < 10 || bare.length() > 600) {
            return false;
        }
        int from = 0;
        while (from < bare.length() && "-_=*— \t".indexOf(bare.charAt(from)) >= 0) {
            from++;
        }
        String words = bare.substring(from, Math.min(bare.length(), from + 60)).toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            if (words.startsWith(phrase)) {
                String rest = words.substring(phrase.length()).strip();
                boolean alone = rest.isEmpty() || rest.equals(":");
                return alone || (from >= 2 && "-_=*—".indexOf(rest.charAt(0)) >= 0);
            }
        }
        return false;
    }

    /**
     * A line that, standing before a quotation, says whose it is: «17.11.2026, 10:42, "Имя" &lt;a@b.ru&gt;:».
     * Weak: only for lines that a quotation is known to follow.
     */
    static boolean introducesQuotation(String line) {
        String bare = line.strip();
        if (!endsLikeIntroduction(bare)) {
            return false;
        }
        return endsWithVerb(bare) || signs(bare).size() >= 2;
    }

    /**
     * Strong enough to cut at though no quotation sign follows: day, hour and an address in angle brackets at the end, as
     * programs write it. People who announce a list write «до 20.11.2026 с 9:00 по адресу a@b.ru:», which is an answer.
     */
    static boolean isIntroduction(String line) {
        String bare = line.strip();
        return endsLikeIntroduction(bare)
                && bare.length() <= 300
                && bare.indexOf('@') > bare.indexOf('<')
                && bare.indexOf('<') >= 0
                && (bare.endsWith(">:") || endsWithVerb(bare))
                && signs(bare).equals(EnumSet.allOf(Sign.class));
    }

    private enum Sign {
        DATE,
        TIME,
        ADDRESS
    }

    private static Set<Sign> signs(String line) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        if (DATE.matcher(line).find()) {
            signs.add(Sign.DATE);
        }
        if (TIME.matcher(line).find()) {
            signs.add(Sign.TIME);
        }
        if (line.indexOf('@') > 0 && ADDRESS.matcher(line).find()) {
            signs.add(Sign.ADDRESS);
        }
        return signs;
    }

    private static boolean endsLikeIntroduction(String line) {
        return line.length() >= 5 && line.length() <= LONGEST_INTRODUCTION && line.endsWith(":");
    }

    private static boolean endsWithVerb(String line) {
        String words = line.substring(0, line.length() - 1).strip().toLowerCase(Locale.ROOT);
        for (String verb : VERBS) {
            if (words.endsWith(verb)) {
                return true;
            }
        }
        return words.startsWith("вы писали") || words.startsWith("сіз жаздыңыз");
    }
}
