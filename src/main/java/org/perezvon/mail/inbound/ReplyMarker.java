package org.perezvon.mail.inbound;

/** What our own letters carry so that a reply shows where our words begin. */
public final class ReplyMarker {

    /** Stands alone on the first line of each of our letters, visible to the person who answers. */
    public static final String LINE = "— Пишите ответ выше этой линии —";

    /** Names our letter's outermost HTML element: other attributes are renamed or dropped on the way, this kind survives. */
    public static final String ATTRIBUTE = "data-perezvon";

    private static final String WORDS = "Пишите ответ выше этой линии";

    private ReplyMarker() {}

    /** A letter's text as it leaves: below the line to reply above, with its signed trace at the end. */
    public static String around(String body, String key) {
        return LINE + "\n\n" + body.strip() + "\n\n" + trace(key);
    }

    /** The last line of each of our letters. */
    public static String trace(String key) {
        return "Метка переписки: " + key;
    }

    static boolean isIn(String words) {
        return words.contains(WORDS);
    }

    /** Whether a line is ours, whatever programs have made of its dashes, stars and spaces. */
    static boolean isOn(String line) {
        int at = line.indexOf(WORDS);
        return at >= 0 && at <= 20 && line.length() <= at + WORDS.length() + 20;
    }
}
