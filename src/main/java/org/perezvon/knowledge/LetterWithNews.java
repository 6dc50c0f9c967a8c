package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter of an agency read as an item (I-4.1): the subject is its title, what was said anew its text; labelled lines
 * («Источник: …») and stated days are taken for what they are.
 */
final class LetterWithNews {

    private static final int LONGEST_TITLE = 300;

    private static final Pattern BEFORE_TITLE = Pattern.compile(
            "^\\s*(?:(?:re|fwd?|отв|ответ|пересл)\\s*:\\s*|(?:для\\s+)?(?:информационн\\p{L}+\\s+баз\\p{L}+|обновлени\\p{L}+(?:\\s+(?:шаблон|информаци|сведени|ответ)\\p{L}*)?|(?:новый\\s+)?шаблон(?:\\s+ответа)?|актуализаци\\p{L}+(?:\\s+\\p{L}+)?)\\s*[:.–—-]\\s*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern GREETING = Pattern.compile(
            "^\\s*(?:здравствуйте|добр\\p{L}+\\s+(?:день|утро|вечер)|уважаем\\p{L}+)[^\\n]{0,60}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LABELLED = Pattern.compile(
            "^\\s*(заголовок|вопрос|источник|основание|темы?|ключевые слова|дата изменени[яй]|действует с|действует до|срок действия)\\s*:\\s*(.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<String> said = new ArrayList<>();
    private String title;
    private String source = "";
    private List<String> topics = List.of();

    private LetterWithNews(String subject) {
        this.title = title(subject);
    }

    /** @param agency the sender's; absent when nobody knows it */
    static Proposal read(String subject, String text, Optional<String> agency) {
        LetterWithNews letter = new LetterWithNews(subject);
        boolean beginning = true;
        for (String line : text.lines().toList()) {
            beginning = beginning && (line.isBlank() || GREETING.matcher(line).matches());
            if (!beginning && !letter.labelled(line)) {
                letter.said.add(line);
            }
        }
        String rest = String.join("\n", letter.said).strip();
        return new Proposal(
                ItemKind.TEMPLATE,
                agency,
                letter.title.isEmpty() ? firstSentence(rest) : letter.title,
                rest.isEmpty() ? text.strip() : rest,
                letter.source,
                letter.topics,
                StatedDates.validFrom(text),
                StatedDates.validUntil(text).filter(until -> notBefore(StatedDates.validFrom(text), until)),
                StatedDates.changedOn(text));
    }

    private static boolean notBefore(Optional<LocalDate> from, LocalDate until) {
        return from.filter(until::isBefore).isEmpty();
    }

    private boolean labelled(String line) {
        Matcher labelled = LABELLED.matcher(line);
        if (!labelled.matches()) {
            return false;
        }
        String label = labelled.group(1).toLowerCase(Locale.ROOT);
        String value = labelled.group(2).strip();
        switch (label) {
            case "заголовок", "вопрос" -> title = cut(value);
            case "источник", "основание" -> source = value;
            case "тема", "темы", "ключевые слова" ->
                topics = Arrays.stream(value.split("[,;]"))
                        .map(String::strip)
                        .filter(topic -> !topic.isEmpty())
                        .toList();
            default -> {
                // days are read from the whole letter
            }
        }
        return true;
    }

    private static String title(String subject) {
        String rest = subject.strip();
        for (Matcher before = BEFORE_TITLE.matcher(rest); before.lookingAt(); before = BEFORE_TITLE.matcher(rest)) {
            rest = rest.substring(before.end());
        }
        return cut(rest.replaceAll("^[«\"]|[»\"]$", "").strip());
    }

    private static String firstSentence(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        int end = first.indexOf(". ");
        return cut(end > 0 ? first.substring(0, end) : first.isEmpty() ? "Без заголовка" : first);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE).strip() : text;
    }
}
