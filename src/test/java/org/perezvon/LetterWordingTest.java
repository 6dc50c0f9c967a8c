package org.perezvon;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wording of the letters, which people who are not programmers may edit. */
class LetterWordingTest {

    /** Everything a letter may mention; the caller's name and phone are not among it (152-FZ). */
    private static final Map<String, Object> WORDS = Map.ofEntries(
            Map.entry("agencyName", "Министерство социального развития"),
            Map.entry("responsibleName", "Иванова Анна Петровна"),
            Map.entry("inquiryNumber", "2026-000123/1"),
            Map.entry("questionText", "Кому положена выплата «на \"первого\" ребёнка» & как её получить?"),
            Map.entry("calledAt", "17 ноября 2026 года в 10:27"),
            Map.entry("due", "18 ноября 2026 года, 10:42 (среда)"),
            Map.entry("explanation", "Запрос получен до 16:00, поэтому срок — один рабочий день с минуты получения."),
            Map.entry("maximum", "24 ноября 2026 года, 10:42 (вторник)"),
            Map.entry("citizens", true),
            Map.entry("redirected", true),
            Map.entry("first", "2026-000123/1"),
            Map.entry("why", "Причины названы, день в пределах пяти рабочих дней."),
            Map.entry("cut", true),
            Map.entry("asked", "27 ноября 2026 года"),
            Map.entry("until", "30 ноября 2026 года, 18:00 (понедельник)"),
            Map.entry("answer", "Речь о первом ребёнке."),
            Map.entry("personName", "Иванова Анна Петровна"),
            Map.entry("title", "Кому положена выплата на первого ребёнка"),
            Map.entry("text", "Семьям с доходом ниже прожиточного минимума."),
            Map.entry("source", "Приказ № 12"),
            Map.entry("hasSource", true),
            Map.entry("limited", true),
            Map.entry("validUntil", "31 декабря 2027 года"),
            Map.entry("version", 2),
            Map.entry("askChange", true),
            Map.entry("late", true),
            Map.entry("clause", "п. 4 подп. 2 регламента (I-4.2)"),
            Map.entry("items", List.of(Map.of("index", 1, "title", "Выплата", "text", "Семьям."))),
            Map.entry("centreName", "Единый контакт-центр Правительства Иркутской области"),
            Map.entry("centrePhone", "122"));

    static Stream<Path> all_letters() throws IOException {
        return Files.list(Path.of("processes", "letters")).sorted();
    }

    /** Those about an inquiry. */
    static Stream<Path> letters() throws IOException {
        return all_letters().filter(file -> file.getFileName().toString().startsWith("inquiry-"));
    }

    /** Those about the information base. */
    static Stream<Path> letters_about_the_base() throws IOException {
        return all_letters().filter(file -> file.getFileName().toString().startsWith("knowledge-"));
    }

    @ParameterizedTest
    @MethodSource("letters_about_the_base")
    void a_letter_about_the_base_begins_with_its_subject_and_an_empty_line(Path file) throws IOException {
        assertThat(written(file).lines().limit(3))
                .satisfiesExactly(
                        subject -> assertThat(subject).matches("Тема: .{10,}"),
                        gap -> assertThat(gap).isEmpty(),
                        body -> assertThat(body).isEqualTo(word("agencyName")));
    }

    @ParameterizedTest
    @MethodSource("letters_about_the_base")
    void a_letter_about_the_base_is_answered_by_replying(Path file) throws IOException {
        assertThat(written(file)).contains("нажмите «Ответить»", "509-рп");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void a_letter_begins_with_its_subject_and_an_empty_line(Path file) throws IOException {
        assertThat(written(file).lines().limit(3))
                .satisfiesExactly(
                        subject -> assertThat(subject).matches("Тема: .*2026-000123/1.*"),
                        gap -> assertThat(gap).isEmpty(),
                        body -> assertThat(body).isNotBlank());
    }

    /** Letters after which the agency's answer is still wanted. */
    static Stream<Path> letters_that_ask() throws IOException {
        return letters().filter(file -> !file.endsWith("inquiry-withdrawn.txt"));
    }

    /** Of these, those in which more time may still be asked for. */
    static Stream<Path> letters_within_the_term() throws IOException {
        return letters_that_ask()
                .filter(file -> !file.endsWith("inquiry-extended.txt") && !file.endsWith("inquiry-waiting-on.txt"));
    }

    @ParameterizedTest
    @MethodSource("letters_that_ask")
    void a_letter_says_what_is_asked_by_when_and_that_replying_is_enough(Path file) throws IOException {
        assertThat(written(file))
                .contains(word("questionText"), word("due"), word("explanation"), word("maximum"))
                .contains("нажмите «Ответить»");
    }

    @ParameterizedTest
    @MethodSource("letters_within_the_term")
    void a_letter_says_that_more_time_needs_reasons(Path file) throws IOException {
        assertThat(written(file)).contains("назовите причины", "Без указания причин срок не увеличивается");
    }

    @ParameterizedTest
    @MethodSource("all_letters")
    void a_letter_names_the_regulation_or_its_rule(Path file) throws IOException {
        assertThat(written(file)).containsAnyOf("регламент", "Регламент");
    }

    private static String word(String name) {
        return String.valueOf(WORDS.get(name));
    }

    /** Fails on a word that nobody supplies. */
    private static String written(Path file) throws IOException {
        return Mustache.compiler()
                .escapeHTML(false)
                .compile(Files.readString(file))
                .execute(WORDS);
    }
}
