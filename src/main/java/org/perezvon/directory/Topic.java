package org.perezvon.directory;

import java.util.List;

/**
 * What questions are about, as the rules of competence tell it (компетенция). An agency has a topic as its business when one
 * of its own words or its name is about it.
 *
 * @param code as the table {@code competence.dmn} names it, e.g. {@code health}
 * @param words by which a text is seen to be about it
 */
public record Topic(String code, String title, List<String> words) {

    public Topic {
        if (!code.matches(Agency.CODE)) {
            throw new IllegalArgumentException(
                    "Код темы «" + code + "» не годится: строчные латинские буквы, цифры и дефис");
        }
        title = title.strip();
        if (title.isEmpty() || title.length() > 200) {
            throw new IllegalArgumentException("Укажите название темы, до 200 знаков");
        }
        words = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Укажите слова, по которым узнают тему «" + title + "»");
        }
    }
}
