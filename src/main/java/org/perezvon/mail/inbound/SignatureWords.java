package org.perezvon.mail.inbound;

import java.util.Map;

/** By which words a line is recognised as the beginning of a signature, or as a part of one. */
final class SignatureWords {

    private static final int LONGEST_CLOSING = 90;
    private static final int LONGEST_DEVICE = 130;
    private static final int LONGEST_CONTACT = 300;
    private static final int LONGEST_THANKS = 40;

    private static final Map<String, WordList> LISTS = WordList.sections("/mail/signatures.txt");
    private static final WordList CLOSINGS = list("closings");
    private static final WordList THANKS = list("thanks");
    private static final WordList DEVICES = list("devices");
    private static final WordList DEVICE_STARTS = list("device starts");
    private static final WordList DEVICE_ENDS = list("device ends");
    private static final WordList DEVICE_NAMES = list("device names");
    private static final WordList POSTSCRIPTS = list("postscripts");
    private static final WordList EXECUTORS = list("executors");
    private static final WordList POSITIONS = list("positions");
    private static final WordList CONTACTS = list("contacts");
    private static final WordList TELLING = list("telling");

    private SignatureWords() {}

    static WordList list(String section) {
        WordList list = LISTS.get(section);
        if (list == null) {
            throw new IllegalStateException("В mail/signatures.txt нет раздела [" + section + "]");
        }
        return list;
    }

    /** "-- ", and what is left of it when a server trimmed its space. */
    static boolean isDelimiter(String text) {
        return text.strip().equals("--");
    }

    /** Strokes that people and programs draw above their names. */
    static boolean isRule(String text) {
        String bare = text.strip();
        return !bare.isEmpty()
                && bare.length() < 200
                && (bare.length() >= 2 || bare.equals("—") || bare.equals("–"))
                && bare.chars().allMatch(c -> QuoteWords.isStroke(c) || c == '+' || c == '•' || c == ' ');
    }

    static boolean isPostscript(String words) {
        return POSTSCRIPTS.begins(words);
    }

    /** What a telephone or a program adds: «Отправлено с iPhone». */
    static boolean isDevice(String line) {
        String words = line.startsWith("(") || line.startsWith("<<")
                ? line.replace("(", "").replace("<", "")
                : line;
        if (words.length() > LONGEST_DEVICE) {
            return false;
        }
        if (DEVICES.opening(words) != null || words.startsWith("get outlook for")) {
            return names(words) && !words.contains(", is ") && words.split(" ").length <= 16;
        }
        return (words.length() <= 80 && DEVICE_ENDS.ends(words.endsWith(".") ? cut(words, 1) : words) && names(words))
                || (words.length() <= 40 && DEVICE_STARTS.begins(words) && names(words));
    }

    private static boolean names(String words) {
        return DEVICE_NAMES.phrases().stream().anyMatch(words::contains);
    }

    private static String cut(String words, int end) {
        return words.substring(0, words.length() - end);
    }

    /**
     * «С уважением» and perhaps a name: not «С уважением относимся к вашему вопросу».
     *
     * @param text the line as written, {@code words} in plain form
     */
    static boolean isClosing(String text, String words) {
        if (words.length() > LONGEST_CLOSING) {
            return false;
        }
        String closing = CLOSINGS.opening(words);
        if (closing == null) {
            return false;
        }
        String bare = text.strip();
        int from = bare.length() - (words.length() - closing.length());
        String rest = bare.substring(Math.max(0, Math.min(bare.length(), from))).strip();
        return isAlone(rest) || (beginsWithMark(rest) || Character.isUpperCase(rest.charAt(0))) && !tells(words, rest);
    }

    private static boolean isAlone(String rest) {
        return rest.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean beginsWithMark(String rest) {
        return ",.!;:-–—/|".indexOf(rest.charAt(0)) >= 0;
    }

    /** A closing that goes on as a sentence. */
    private static boolean tells(String words, String rest) {
        if (TELLING.phrases().stream().anyMatch(words::contains) || rest.endsWith("?")) {
            return true;
        }
        int small = 0;
        for (String word : rest.split("[\\s,.;]+")) {
            if (word.length() > 3 && Character.isLowerCase(word.charAt(0)) && !POSITIONS.begins(WordList.plain(word))) {
                small++;
            }
        }
        return small >= 3;
    }

    /** Thanks and nothing else. */
    static boolean isThanks(String words) {
        if (words.length() > LONGEST_THANKS) {
            return false;
        }
        String thanks = THANKS.opening(words);
        return thanks != null && isAlone(words.substring(thanks.length()));
    }

    static boolean isExecutor(String words) {
        return words.length() <= 140 && EXECUTORS.begins(words);
    }

    /** A post or a place of work, at the beginning of the line. */
    static boolean isPosition(String words) {
        return words.length() <= 120 && POSITIONS.opening(words) != null;
    }

    /** A line with which somebody can be reached. */
    static boolean isContact(String words) {
        if (words.length() > LONGEST_CONTACT || words.endsWith("?")) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < words.length(); i++) {
            digits += Character.isDigit(words.charAt(i)) ? 1 : 0;
        }
        return (digits >= 5 && digits * 2 >= letters(words))
                || CONTACTS.opening(words) != null
                || words.contains("http://")
                || words.contains("https://")
                || words.startsWith("www.")
                || (words.indexOf('@') > 0 && (words.indexOf(' ') < 0 || digits >= 5));
    }

    private static long letters(String words) {
        return words.chars().filter(Character::isLetter).count();
    }
}
