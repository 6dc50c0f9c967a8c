package org.perezvon.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script reads and a person hears of a deadline. */
class DeadlineCommandTest {

    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Pattern KAZAKH_EVENT =
            Pattern.compile("\\S+ (\\d\\d\\.\\d\\d\\.\\d{4}) (?:(\\d\\d:\\d\\d)|\\(nominal\\))");

    @ParameterizedTest(name = "{0} {1}: {5}")
    @CsvFileSource(resources = "/worktime/examples-irkutsk-509-p10.csv", useHeadersInDisplayName = true)
    void an_answer_is_due_as_clause_10_says(
            String calendar,
            String receivedAt,
            LocalDateTime sameDayTarget,
            LocalDateTime due,
            LocalDateTime maxExtended,
            String note) {
        List<String> words = new ArrayList<>(List.of("deadline", "--hours", "09:00-18:00"));
        words.addAll(List.of("--term", "irkutsk-answer", "--received", receivedAt));
        words.addAll(
                switch (calendar) {
                    case "IRK" -> List.of("--calendar", "ru,ru-IRK", "--zone", "Asia/Irkutsk");
                    case "TOM" -> List.of("--calendar", "ru", "--zone", "Asia/Tomsk");
                    case "UST" -> List.of("--day-off", "2026-02-18=Сагаалган");
                    default -> throw new IllegalArgumentException(calendar);
                });

        JsonNode said = Said.to(words.toArray(String[]::new)).json();

        assertThat(local(said, "target")).isEqualTo(sameDayTarget);
        assertThat(local(said, "due")).isEqualTo(due);
        assertThat(local(said, "maximum")).isEqualTo(maxExtended);
        assertThat(said.get("provisional").booleanValue()).isFalse();
    }

    @ParameterizedTest(name = "{0}, {1}: {4}")
    @CsvFileSource(resources = "/worktime/examples-kazakhstan-797.csv", useHeadersInDisplayName = true)
    void a_kazakh_term_ends_as_the_rules_say(
            String term, String event, LocalDateTime due, LocalDateTime internalTarget, String note) {
        Matcher found = KAZAKH_EVENT.matcher(event);
        assertThat(found.matches()).isTrue();
        LocalDate date = LocalDate.parse(found.group(1), DOTTED);
        String hour = found.group(2) == null ? "" : " " + found.group(2);

        JsonNode said = Said.to("deadline", "--term", termCalled(term), "--event", date + hour)
                .json();

        assertThat(local(said, "due")).isEqualTo(due);
        assertThat(local(said, "target")).isEqualTo(internalTarget);
        assertThat(said.get("provisional").booleanValue()).isEqualTo(due.getYear() == 2027);
    }

    @Test
    void a_script_finds_every_field_in_its_place() {
        Said said = Said.toLine("deadline --calendar ru,ru-IRK --zone Asia/Irkutsk --hours 09:00-18:00"
                + " --term irkutsk-answer --received 2026-11-17T15:59:00");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out().replaceAll("/[0-9a-f]{8}", "/<edition>")).isEqualTo("""
                {
                  "term": "irkutsk-answer",
                  "start": "2026-11-17T15:59:00+08:00",
                  "due": "2026-11-18T15:59:00+08:00",
                  "target": "2026-11-17T18:00:00+08:00",
                  "maximum": "2026-11-24T18:00:00+08:00",
                  "reminder": "2026-11-18T13:59:00+08:00",
                  "provisional": false,
                  "explanation": "Запрос получен во вторник 17 ноября в 15:59, поэтому ответ ожидается до 15:59 среды 18 ноября (один рабочий день, п. 10 регламента).",
                  "derivation": [
                    "Запрос получен во вторник 17 ноября 2026 года в 15:59 по местному времени (UTC+8).",
                    "По п. 10 подп. 2 регламента (I-10.2) ответ ожидается в течение одного рабочего дня с момента поступления, то есть до того же часа следующего рабочего дня — до 15:59 среды 18 ноября 2026 года.",
                    "Лучше ответить ещё в день поступления, до 18:00 вторника 17 ноября 2026 года: это внутренний ориентир, а не срок регламента.",
                    "Письмом с указанием причин, отправленным до истечения этого срока, его можно продлить, но не далее конца пятого рабочего дня после дня поступления (18, 19, 20, 23 и 24 ноября) — до 18:00 вторника 24 ноября 2026 года, п. 10 подп. 3 регламента (I-10.3).",
                    "Производственный календарь: России на 2026 год (постановление Правительства РФ от 24.09.2025 № 1466); Иркутской области на 2026 год; редакция ru-2026/<edition>, ru-IRK-2026/<edition>."
                  ],
                  "body": {
                    "zone": "Asia/Irkutsk",
                    "hours": {
                      "MON": "09:00-18:00",
                      "TUE": "09:00-18:00",
                      "WED": "09:00-18:00",
                      "THU": "09:00-18:00",
                      "FRI": "09:00-18:00"
                    },
                    "calendars": [
                      "ru",
                      "ru-IRK"
                    ],
                    "ownDays": []
                  },
                  "calendarEdition": [
                    "ru-2026/<edition>",
                    "ru-IRK-2026/<edition>"
                  ]
                }
                """);
    }

    @Test
    void a_person_hears_the_explanation_and_every_step() {
        Said said = Said.toLine("deadline --term irkutsk-answer --received 2026-02-17T10:30"
                + " --day-off 2026-02-18=Сагаалган --format text");

        assertThat(said.out().lines())
                .startsWith(
                        "Запрос получен во вторник 17 февраля в 10:30, поэтому ответ ожидается до 10:30 четверга 19 февраля"
                                + " (один рабочий день, п. 10 регламента).",
                        "",
                        "Запрос получен во вторник 17 февраля 2026 года в 10:30 по местному времени (UTC+8).")
                .contains("Среда 18 февраля 2026 года — нерабочий день органа: Сагаалган.");
    }

    /** How an option moves a deadline. */
    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        --term irkutsk-answer --received 2026-11-17T16:00                                  | due      | 2026-11-18T16:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T16:00:01                               | due      | 2026-11-18T16:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T16:00:01                               | target   | 2026-11-18T16:00:00+08:00
        --term irkutsk-answer --received '2026-11-17 15:59'                                | due      | 2026-11-18T15:59:00+08:00
        --term irkutsk-answer --event 2026-11-17T15:59:07.5                                | due      | 2026-11-18T15:59:07+08:00
        --term irkutsk-answer --start 2026-11-17T07:59:00Z                                 | due      | 2026-11-18T15:59:00+08:00
        --term irkutsk-answer --received 2026-11-17T10:59:00+03:00                         | due      | 2026-11-18T15:59:00+08:00
        --term irkutsk-answer --received '2026-11-17 10:59 +0300'                          | due      | 2026-11-18T15:59:00+08:00
        --term irkutsk-answer --received=2026-04-20T10:30                                  | due      | 2026-04-22T10:30:00+08:00
        --term tomsk-answer --received 2026-04-20T10:30                                    | due      | 2026-04-21T10:30:00+07:00
        --term kazakhstan-answer --received 2026-11-17T10:30                               | due      | 2026-11-20T18:30:00+05:00
        --term irkutsk-answer --calendar ru --received 2026-04-20T10:30                    | due      | 2026-04-21T10:30:00+08:00
        --term irkutsk-answer --zone Europe/Moscow --received 2026-11-17T10:30             | due      | 2026-11-18T10:30:00+03:00
        --term irkutsk-answer --zone UTC --received 2026-11-17T10:30                       | due      | 2026-11-18T10:30:00Z
        --term irkutsk-answer --received 2026-11-18T02:00 --hours 08:30-17:30              | due      | 2026-11-19T08:30:00+08:00
        --term irkutsk-answer --received 2026-11-20T10:00 --hours-on FRI=09:00-17:00       | target   | 2026-11-20T17:00:00+08:00
        --term irkutsk-answer --received 2026-11-20T10:00 --hours-on пт=09:00-16:45        | target   | 2026-11-20T16:45:00+08:00
        --term irkutsk-answer --received 2026-11-20T10:00 --hours-on 5=9:00-16:30          | target   | 2026-11-20T16:30:00+08:00
        --term irkutsk-answer --received 2026-11-19T10:00 --hours-on Пятница=09:00-17:00 --hours-on чт=09:00-17:30 | target | 2026-11-19T17:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30                                  | reminder | 2026-11-18T11:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30 --hours 09:00-18:00              | reminder | 2026-11-18T12:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30 --lunch none                     | reminder | 2026-11-18T12:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30 --lunch 12:00-12:30              | reminder | 2026-11-18T12:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30 --hours 09:00-13:00,14:00-18:00  | reminder | 2026-11-18T11:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30 --lead '30 мин'                  | reminder | 2026-11-18T14:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30 --lead 1h                        | reminder | 2026-11-18T12:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T14:30 --lead none                      | reminder | 2026-11-18T14:30:00+08:00
        --term irkutsk-answer --received 2026-11-20T10:00 --working-day 2026-11-21         | due      | 2026-11-21T10:00:00+08:00
        --term irkutsk-answer --received 2026-11-20T10:00 --working-day 2026-11-21 --short-day 2026-11-21 --counting 'конец дня' | due | 2026-11-21T17:00:00+08:00
        --term irkutsk-answer --received 2026-11-16T10:00 --short-day 2026-11-23=сбор      | maximum  | 2026-11-23T17:00:00+08:00
        --term irkutsk-answer --received 2026-11-16T10:00 --day-off 2026-11-17 --day-off 2026-11-18 | due | 2026-11-19T10:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T15:30 --cut-off 15:00                  | due      | 2026-11-18T15:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T17:30 --cut-off none                   | due      | 2026-11-18T17:30:00+08:00
        --term irkutsk-answer --received 2026-11-17T10:00 --counting end-of-day            | due      | 2026-11-18T18:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T10:00 --counting 'пороговый час'       | due      | 2026-11-18T16:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T10:00 --length 3                       | due      | 2026-11-20T10:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T10:00 --wall 3                         | maximum  | 2026-11-20T18:00:00+08:00
        --term irkutsk-answer --received 2026-11-17T10:00 --wall none                      | maximum  | 2026-11-18T10:00:00+08:00
        --term irkutsk-update --received 2026-11-17T10:00 --wall 2                         | maximum  | 2026-11-19T18:00:00+08:00
        --term dispatch --received 2026-11-21T23:50                                        | due      | 2026-11-22T00:05:00+08:00
        --term dispatch --received 2026-11-21T23:50                                        | reminder | 2026-11-22T00:00:00+08:00
        --term dispatch --received 2015-11-21T23:50                                        | due      | 2015-11-22T00:05:00+08:00
        --term kazakhstan-inform --event 2024-12-30                                        | due      | 2025-01-06T18:30:00+05:00
        --term kazakhstan-consulting --event 2026-11-17                                    | due      | 2026-11-25T09:00:00+05:00
        --term kazakhstan-monthly-report --event 2026-06-30                                | due      | 2026-07-07T18:30:00+05:00
        --term irkutsk-quarterly-report --event 2026-09-30                                 | due      | 2026-10-15T18:00:00+08:00
        --term kazakhstan-inform --event 2024-02-29T23:30                                  | start    | 2024-02-29T23:30:00+06:00
        --term irkutsk-answer --received 2028-03-15T10:00                                  | provisional | true
        """)
    void an_option_moves_a_deadline(String options, String field, String expected) {
        Said said = Said.toLine("deadline " + options);

        assertThat(said.err()).isEmpty();
        assertThat(said.json().get(field).asText()).isEqualTo(expected);
    }

    @Test
    void a_day_alone_is_no_midnight() {
        assertThat(Said.toLine("deadline --term kazakhstan-inform --event 2024-12-30 --format text")
                        .out())
                .startsWith("Ответственное лицо назначено в понедельник 30 декабря 2024 года, поэтому")
                .doesNotContain("0:00 ");
    }

    @Test
    void what_the_clause_does_not_say_is_told() {
        assertThat(Said.toLine("deadline --term irkutsk-answer --received 2026-11-17T10:00 --length 3 --wall 6"
                                + " --format text")
                        .out())
                .contains("предел указан в команде.")
                .endsWith("Посчитано не по таблице сроков: в команде указано --length 3, --wall 6.\n");
    }

    @Test
    void own_days_and_hours_are_repeated_to_whoever_asked() {
        JsonNode body = Said.toLine("deadline --term irkutsk-answer --received 2026-02-17T10:00"
                        + " --day-off 2026-02-18=Сагаалган --working-day 2026-02-21 --hours-on сб=10:00-14:00")
                .json()
                .get("body");

        assertThat(body.get("ownDays").toString())
                .isEqualTo("[{\"date\":\"2026-02-18\",\"kind\":\"off\",\"reason\":\"Сагаалган\"},"
                        + "{\"date\":\"2026-02-21\",\"kind\":\"working\",\"reason\":\"причина не указана\"}]");
        assertThat(body.get("hours").get("MON").asText()).isEqualTo("09:00-13:00,14:00-18:00");
        assertThat(body.get("hours").get("SAT").asText()).isEqualTo("10:00-13:00");
    }

    private static String termCalled(String name) {
        return switch (name.split(",| \\(")[0]) {
            case "appoint responsible" -> "kazakhstan-appoint";
            case "send information" -> "kazakhstan-inform";
            case "training" -> "kazakhstan-training";
            case "update information" -> "kazakhstan-update";
            case "monthly report" -> "kazakhstan-monthly-report";
            case "quarterly report" -> "kazakhstan-quarterly-report";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static LocalDateTime local(JsonNode said, String field) {
        return OffsetDateTime.parse(said.get(field).asText()).toLocalDateTime();
    }
}
