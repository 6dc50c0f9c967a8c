package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Divides a text into its sentences: by full stops, by lines that begin anew, by points of a list. */
final class Sentences {

    /** Where a letter is wrapped, a line that breaks off goes on in the next, even if that begins with a name. */
    private static final int WRAPPED_LINE = 60;

    private static final int LONGEST_ADDRESS = 30;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "ул", "вх", "исх", "им", "пр", "тел", "рег", "обл", "моб", "доб", "каб", "корп", "стр", "кв", "ст", "тыс",
            "руб", "см", "гр", "факс", "вн", "mr", "mrs", "ms", "dr", "no", "nr", "tel", "ref", "ext", "st", "дом",
            "пос", "пер", "просп", "мкр", "район", "р-н", "абз", "утв", "ред", "зам", "нач", "и.о", "сент", "окт",
            "нояб", "дек", "янв", "фев", "февр", "апр", "авг", "ж", "қ", "т.б");

    private Sentences() {}

    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        String before = "";
        for (String line : text.split("\n", -1)) {
            String bare = line.strip();
            boolean addressed = sentences.isEmpty() && isAddress(paragraph);
            if (bare.isEmpty() || addressed || (!paragraph.isEmpty() && beginsAnew(bare, before))) {
                divide(paragraph.toString(), sentences);
                paragraph.setLength(0);
            }
            if (!bare.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(bare);
            }
            before = bare;
        }
        divide(paragraph.toString(), sentences);
        return sentences;
    }

    /** «Hi,», «Анна Петровна,»: a short first line, and then the letter begins. */
    private static boolean isAddress(CharSequence firstLine) {
        int length = firstLine.length();
        return length > 0 && length <= LONGEST_ADDRESS && firstLine.charAt(length - 1) == ',';
    }

    private static boolean beginsAnew(String line, String before) {
        char first = line.charAt(0);
        if ("•*-–—·".indexOf(first) >= 0 || (Character.isDigit(first) && isPointOfList(line))) {
            return true;
        }
        boolean capital = Character.isUpperCase(first) || "«\"“".indexOf(first) >= 0;
        boolean wrapped = before.length() >= WRAPPED_LINE && ".!?:;".indexOf(before.charAt(before.length() - 1)) < 0;
        return capital && !wrapped;
    }

    /** «1.», «2)» */
    private static boolean isPointOfList(String line) {
        int at = 0;
        while (at < line.length() && at < 3 && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return at + 1 < line.length() && ".)".indexOf(line.charAt(at)) >= 0 && line.charAt(at + 1) == ' ';
    }

    private static void divide(String words, List<Sentence> sentences) {
        int from = 0;
        for (int i = 0; i + 1 < words.length(); i++) {
            if (isEnd(words, i)) {
                add(sentences, words.substring(from, i + 1));
                from = i + 1;
            }
        }
        add(sentences, words.substring(from));
    }

    private static boolean isEnd(String words, int at) {
        char c = words.charAt(at);
        if (".!?…".indexOf(c) < 0 || words.charAt(at + 1) != ' ' || at + 2 >= words.length()) {
            return false;
        }
        int next = at + 2;
        while (next < words.length() && "«\"“(-–— ".indexOf(words.charAt(next)) >= 0) {
            next++;
        }
        if (next == words.length()) {
            return false;
        }
        char first = words.charAt(next);
        boolean goesOn =
                Character.isLowerCase(first) || (c == '.' && Character.isDigit(first) && isAbbreviation(words, at));
        return !goesOn && !(c == '.' && isAbbreviation(words, at));
    }

    /** One letter or «ул», «вх», «исх», «им» before the full stop; but a year and its «г.» may well end a sentence. */
    private static boolean isAbbreviation(String words, int stop) {
        int from = stop;
        while (from > 0
                && (Character.isLetter(words.charAt(from - 1)) || "-.".indexOf(words.charAt(from - 1)) >= 0)
                && stop - from < 6) {
            from--;
        }
        String word = words.substring(from, stop).toLowerCase(Locale.ROOT);
        if (word.equals("г") || word.equals("ж")) {
            int before = from - 1;
            while (before > 0 && words.charAt(before) == ' ') {
                before--;
            }
            return before < 0 || !Character.isDigit(words.charAt(before));
        }
        return word.length() == 1 || ABBREVIATIONS.contains(word) || (word.length() <= 4 && word.indexOf('.') == 1);
    }

    private static void add(List<Sentence> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(Sentence.of(sentence));
        }
    }
}
