package org.perezvon.directory;

/**
 * An agency that a text speaks of.
 *
 * @param word how the directory writes what was found: a name, a word, one word of a topic
 * @param topic code of the topic, e.g. {@code health}; empty unless the text is about a topic of this agency
 * @param title of that topic
 */
public record Mention(String agencyCode, Kind kind, String word, String topic, String title) {

    /** What of an agency was found in the text. */
    public enum Kind {
        /** It is called by its name. */
        NAME,
        /** One of the words it is found by. */
        WORD,
        /** A topic that is its business. */
        TOPIC
    }
}
