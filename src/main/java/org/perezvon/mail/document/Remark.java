package org.perezvon.mail.document;

/**
 * Something about a file that a person should know before opening it.
 *
 * @param danger whether the file can do harm, rather than hide something
 * @param words in Russian, beginning small: «скрытые листы: Лист2»
 */
public record Remark(boolean danger, String words) {

    static Remark danger(String words) {
        return new Remark(true, words);
    }

    static Remark of(String words) {
        return new Remark(false, words);
    }
}
