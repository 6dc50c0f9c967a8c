package org.perezvon.mail.inbound;

import java.util.Map;

/** The words by which mail programs announce a quotation, in the languages of our correspondents and their neighbours. */
final class QuoteWords {

    private static final int LONGEST_INTRODUCTION = 500;
    private static final int LONGEST_UNDATED = 120;
    private static final int LONGEST_STRONG_INTRODUCTION = 320;

    private static final Map<String, WordList> LISTS = WordList.sections("/mail/quotations.txt");
    private static final WordList ORIGINAL = list("original");
    private static final WordList FORWARDED = list("forwarded");
    private static final WordList FORWARD_ENDS = list("forwarded ends");
    private static final WordList WROTE = list("wrote");
    private static final WordList OPENING = list("opening");
    private static final WordList REPLY_ABOVE = list("reply above");

    private QuoteWords() {}

    static WordList list(String section) {
        WordList list = LISTS.get(section);
        if (list == null) {
            throw new IllegalStateException("В mail/quotations.txt нет раздела [" + section + "]");
        }
        return list;
    }

    /** Whether words read in one breath begin with the head of a letter. */
    static boolean startsWithHead(String words) {
        HeadLine first = HeadLine.of(words);
        return (first != null && first.key() != null)
                || (words.indexOf('@') > 0
                        && words.chars().filter(c -> c == ':' || c == '：').count() >= 3);
    }

    /** Whether the first words within a bar or frame are those of a quoted letter, and not of a law somebody cites. */
    static boolean opensQuotation(String words) {
        String opening = words.length() > LONGEST_INTRODUCTION ? words.substring(0, LONGEST_INTRODUCTION) : words;
        return ReplyMarker.isIn(opening)
                || startsWithHead(opening)
                || Signs.of(opening).count() >= 2;
    }

    /** A line of its own between a reply and what it replies to. */
    static boolean isSeparator(String line) {
        return isRuled(line, ORIGINAL) || isForward(line);
    }

    static boolean isForward(String line) {
        return isRuled(line, FORWARDED);
    }

    /** «-------- Конец пересылаемого сообщения --------» */
    static boolean closesForward(String line) {
        return isRuled(line, FORWARD_ENDS);
    }

    /** «Reply above this line», as other systems ask for it. */
    static boolean isReplyAbove(String line) {
        String words = bare(line);
        return words.length() < 120 && REPLY_ABOVE.opening(words) != null;
    }

    /** Underscores or hyphens and nothing else, or around some words: a separator only when a quoted head follows. */
    static boolean isRule(String line) {
        String bare = line.strip();
        if (bare.length() < 5 || bare.length() >= 200) {
            return false;
        }
        boolean nothingElse = bare.chars().allMatch(QuoteWords::isStroke);
        return nothingElse
                || (bare.startsWith("---") && bare.endsWith("---") && bare.length() <= 90)
                || (bare.startsWith("===") && bare.endsWith("===") && bare.length() <= 90);
    }

    static boolean isStroke(int c) {
        return c == '_' || c == '-' || c == '—' || c == '–' || c == '=' || c == '*' || c == '─' || c == '~';
    }

    private static boolean isRuled(String line, WordList phrases) {
        String stripped = line.strip();
        if (stripped.length() < 4 || stripped.length() > 600) {
            return false;
        }
        String words = bare(stripped);
        String phrase = phrases.opening(words);
        if (phrase == null) {
            return false;
        }
        String rest = words.substring(phrase.length()).strip();
        boolean alone = rest.isEmpty() || rest.equals(":");
        boolean ruled = isStroke(stripped.charAt(0)) && stripped.length() > 2 && isStroke(stripped.charAt(1));
        return alone ? ruled || stripped.length() >= 10 : ruled && isStroke(rest.charAt(0));
    }

    /** In plain form, without the strokes before it. */
    private static String bare(String line) {
        int from = 0;
        while (from < line.length()
                && (isStroke(line.charAt(from))
                        || Character.isWhitespace(line.charAt(from))
                        || line.charAt(from) == '#')) {
            from++;
        }
        return WordList.plain(line.substring(from, Math.min(line.length(), from + 120)));
    }

    /**
     * A line that, standing before a quotation, says whose it is: «17.11.2026, 10:42, "Имя" &lt;a@b.ru&gt;:».
     * Weak: only for lines that a quotation is known to follow.
     */
    static boolean introducesQuotation(String line) {
        String words = words(line);
        if (words.length() < 5 || words.length() > LONGEST_INTRODUCTION) {
            return false;
        }
        Signs signs = Signs.of(words);
        if (!endsWithColon(words)) {
            return (signs.date() && signs.bracketed() && words.endsWith(">"))
                    || (signs.count() >= 2 && WROTE.ends(words));
        }
        return signs.count() >= 2 || WROTE.ends(said(words)) || WROTE.opening(words) != null;
    }

    /**
     * Strong enough to cut at though no quotation sign follows: day, hour and an address in brackets, or a verb, as
     * programs write it. People who announce a list write «до 20.11.2026 с 9:00 по адресу a@b.ru:», which is an answer.
     */
    static boolean isIntroduction(String line) {
        if (line.length() > LONGEST_INTRODUCTION || !Signs.mayTellDate(line)) {
            return false;
        }
        String words = words(line);
        if (words.length() < 8 || words.length() > LONGEST_STRONG_INTRODUCTION) {
            return false;
        }
        Signs signs = Signs.of(words);
        String said = said(words);
        boolean verbAtEnd = WROTE.ends(said) || WROTE.opening(words) != null;
        if (!signs.date()) {
            return false;
        }
        if (!endsWithColon(words)) {
            return verbAtEnd && signs.time() && (signs.address() || line.strip().startsWith("---"));
        }
        if (signs.bracketed()) {
            boolean closed = !said.isEmpty() && ">)]".indexOf(said.charAt(said.length() - 1)) >= 0;
            return (closed && (signs.time() || said.endsWith(">")))
                    || (signs.time() && verbAtEnd)
                    || WROTE.isSaid(words);
        }
        boolean verbFirst = OPENING.opening(words) != null || Character.isDigit(said.charAt(said.length() - 1));
        return signs.time() && (verbAtEnd || (verbFirst && WROTE.isSaid(words)));
    }

    /** «Имя &lt;a@b.ru&gt; пишет:», with a name and no day. */
    static boolean isUndatedIntroduction(String line) {
        if (line.length() > LONGEST_UNDATED || line.indexOf('@') < 0) {
            return false;
        }
        String words = words(line);
        return endsWithColon(words)
                && !words.isEmpty()
                && Character.isLetter(words.charAt(0))
                && WROTE.ends(said(words))
                && Signs.of(words).bracketed();
    }

    /** In plain form, without the strokes around it and without what an address is linked to. */
    private static String words(String line) {
        String words = bare(line.strip().length() > 2 * LONGEST_INTRODUCTION ? "" : line.strip());
        if (words.length() >= 120) {
            words = WordList.plain(line.strip());
        }
        int end = words.length();
        while (end > 0 && (words.charAt(end - 1) == '-' || Character.isWhitespace(words.charAt(end - 1)))) {
            end--;
        }
        return words.substring(0, end);
    }

    private static boolean endsWithColon(String words) {
        return words.endsWith(":") || words.endsWith("：");
    }

    private static String said(String words) {
        return endsWithColon(words) ? words.substring(0, words.length() - 1).strip() : words;
    }
}
