package org.perezvon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever mistypes is told what, why and what to do, in one line; a script finds nothing to take for an answer. */
class WrongInputTest {

    private static final String ANSWER = "deadline --term irkutsk-answer --received 2026-11-17T10:00 ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        deadlin                                                        | Команды «deadlin» нет. Вероятно, имелось в виду «deadline». Есть: deadline, calendar, terms, read, help; справка: java -jar perezvon.jar help. Чтобы запустить сервер, его настройки пишут как --имя=значение
        help deadlines                                                 | Команды «deadlines» нет. Вероятно, имелось в виду «deadline».
        deadline                                                       | Не указан срок; добавьте --term, например --term irkutsk-answer.
        deadline --term irkutsk-answer                                 | Не указано, когда произошло событие; добавьте --received, например --received 2026-11-17T15:59:00
        deadline --term irkutsk-anser --received 2026-11-17T10:00      | Срока «irkutsk-anser» в таблице нет. Вероятно, имелось в виду «irkutsk-answer». Все сроки: java -jar perezvon.jar terms
        deadline --term irkutsk --received 2026-11-17T10:00            | Срока «irkutsk» в таблице нет. Вероятно, имелось в виду «irkutsk-answer».
        deadline --term irkutsk-answer --received 2026-02-30T10:00     | Дня «2026-02-30» нет: в этом месяце 2026 года дней 28; исправьте дату
        deadline --term irkutsk-answer --received 2026-13-01T10:00     | Дня «2026-13-01» нет: месяцев двенадцать, а указан 13-й;
        deadline --term irkutsk-answer --received 2026-11-17T24:00     | Времени «24:00» не бывает; оно идёт от 00:00 до 23:59
        deadline --term irkutsk-answer --received 17.11.2026           | Момент «17.11.2026» непонятен: его пишут как 2026-11-17T15:59:00
        deadline --term irkutsk-answer --received 2026-11-17T10:00+25:00 | Смещения «+25:00» не бывает;
        deadline --term irkutsk-answer --received 2026-11-17           | Для срока «irkutsk-answer» важен час, а указан только день; напишите, например, 2026-11-17T10:00
        deadline --term dispatch --received 2026-11-17                 | Для срока «dispatch» важен час
        deadline --term irkutsk-answer --received 2026-11-17 15:59     | Лишнее слово «15:59»: значение с пробелом возьмите в кавычки;
        deadline --term irkutsk-answer --received 2021-12-30T10:00     | Производственный календарь России известен с 2022 года, а для срока нужен календарь на 2021 год;
        deadline --term kazakhstan-monthly-report --event 2019-06-30   | Производственный календарь Казахстана известен с 2022 года, а для срока нужен календарь на 2019 год;
        deadline --term irkutsk-answer --zone Asia/Tomsk --received 2016-05-29T02:30 | Времени «2016-05-29T02:30» в поясе Asia/Tomsk не было: часы перевели с 02:00 сразу на 03:00;
        deadline --term irkutsk-answer --received 2026-11-17T10:00 --event 2026-11-17T11:00 | Параметр --received / --event / --start указан дважды; оставьте один
        deadline --term irkutsk-answer --received                      | После --received / --event / --start нет значения;
        deadline --term --received 2026-11-17T10:00                    | После --term нет значения;
        deadline --term irkutsk-answer --recieved 2026-11-17T10:00     | Параметра «--recieved» нет. Вероятно, имелось в виду «--received»; справка: java -jar perezvon.jar help deadline
        deadline —term irkutsk-answer                                  | Перед «—term» стоит тире: параметры начинаются с двух дефисов, --;
        deadline -term irkutsk-answer                                  | Параметра «-term» нет. Вероятно, имелось в виду «--term»;
        calendar --year 2026                                           | Не указан календарь или год;
        calendar --calendar ru --year 26                               | «26» — не год; его пишут четырьмя цифрами: 2026
        calendar --calendar ru --year 2021                             | Производственного календаря на 2021 год нет, первый известный — на 2022;
        calendar --calendar ru --year 2026 --format xml                | Вида ответа «xml» нет; в --format пишут text или json или csv
        terms --terms нет-такого.dmn                                   | Не удалось прочитать таблицу сроков «нет-такого.dmn»; проверьте путь в --terms
        """)
    void a_command_that_cannot_be_answered_is_explained(String command, String why) {
        assertRefused(Said.toLine(command), why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        --zone Irkutsk                    | Часового пояса «Irkutsk» нет. Вероятно, имелось в виду «Asia/Irkutsk». Пояс называют по городу:
        --zone Asia/Irkutks               | Часового пояса «Asia/Irkutks» нет. Вероятно, имелось в виду «Asia/Irkutsk».
        --calendar ru,ru-XXX              | Календаря «ru-XXX» нет. Есть: kz, ru, ru-IRK
        --calendar ru,ru-IRL              | Календаря «ru-IRL» нет. Вероятно, имелось в виду «ru-IRK».
        --calendar ru-IRK                 | Календарь региона «ru-IRK» лежит поверх календаря страны, поэтому первой указывают страну: --calendar ru,ru-IRK
        --calendar ru-IRK,ru              | Календарь региона «ru-IRK» лежит поверх календаря страны
        --calendar kz,ru-IRK              | Календарь «ru-IRK» не дополняет календарь «kz»;
        --calendar ru,kz                  | Календарь «kz» не дополняет календарь «ru»;
        --calendar ru,ru-IRK,ru-IRK       | В «ru,ru-IRK,ru-IRK» один календарь указан дважды;
        --calendar ''                     | Календаря «» нет.
        --hours 18:00-09:00               | Часы «18:00-09:00» идут назад: работа начинается в 18:00, а кончается в 09:00;
        --hours 9-18                      | Время «9» непонятно; его пишут как 09:00
        --hours 09:00                     | Часы «09:00» непонятны; их пишут как 09:00-18:00
        --hours 09:00-24:00               | Времени «24:00» не бывает;
        --hours 14:00-18:00,09:00-13:00   | Часы «14:00-18:00,09:00-13:00» перекрываются или идут не по порядку;
        --hours 09:00-10:00               | Рабочий день короче двух часов: понедельник, 9:00–10:00; исправьте --hours, --hours-on или --lunch
        --lunch 09:00-18:00               | Рабочий день короче двух часов: понедельник, ни минуты;
        --hours-on 09:00-17:00            | В --hours-on «09:00-17:00» нет знака «=»; пишите FRI=09:00-17:00
        --hours-on FRY=09:00-17:00        | Дня недели «FRY» нет; пишите FRI, пт или 5
        --hours-on пт=9:00-17:00 --hours-on 5=9:00-16:00 | Часы на день «5» указаны дважды;
        --day-off 18.02.2026              | «18.02.2026» — не дата; дату пишут как 2026-02-18
        --day-off 2026-02-30=нет          | Дня «2026-02-30» нет:
        --day-off '2026-02-18=перенос с сб 41.02.2026'  | В причине «перенос с сб 41.02.2026» стоит день, которого нет; исправьте причину
        --day-off 2026-02-18 --working-day 2026-02-18 | О дне 2026-02-18 сказано дважды;
        --day-off 2026-02-18 --day-off 2026-02-18     | О дне 2026-02-18 сказано дважды;
        --short-day 2026-11-21            | День 2026-11-21 нерабочий, сократить его нельзя; если орган в этот день работает, добавьте --working-day 2026-11-21
        --counting 'конец недели'         | Способа счёта «конец недели» нет.
        --counting end-of-dy              | Способа счёта «end-of-dy» нет. Вероятно, имелось в виду «end-of-day».
        --counting минуты                 | Срок «irkutsk-answer»: при счёте «минуты» порогового часа не бывает; исправьте --counting, --length, --cut-off, --wall или --lead
        --length 31 --wall none           | Срок в рабочих днях бывает от 1 до 30, а указано 31;
        --length два                      | После --length нужно целое число, а указано «два»
        --wall 0                          | Срок в рабочих днях бывает от 1 до 30, а указано 0;
        --cut-off 16-00                   | Время «16-00» непонятно; его пишут как 09:00
        --lead завтра                     | Время «завтра» непонятно; пишите «2 ч», «30 мин», 2h, 30m или none
        --lead -PT1H                      | Напомнить можно заранее, не более чем за 240 рабочих часов, а указано «-PT1H»
        --format yaml                     | Вида ответа «yaml» нет; в --format пишут json или text
        --calendars нет-такой-папки       | Папки календарей «нет-такой-папки» нет; проверьте путь в --calendars
        --help=да                         | Команда не разобрана
        """)
    void an_option_that_cannot_be_is_explained(String option, String why) {
        assertRefused(Said.toLine(ANSWER + option), why);
    }

    @Test
    void a_folder_whose_calendars_do_not_add_up_is_named(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("layers.csv"), "layer,title\nru,России\n");
        Files.writeString(
                folder.resolve("status.csv"),
                "country,year,working_days,short_days,status,act\nru,2026,247,4,decreed,\n");
        Files.writeString(folder.resolve("ru-2026.csv"), "date,kind,name\n2026-01-01,holiday,Новый год\n");

        assertRefused(
                Said.to(
                        "deadline",
                        "--term",
                        "tomsk-answer",
                        "--received",
                        "2026-11-17T10:00",
                        "--calendars",
                        folder.toString()),
                "Календарь ru на 2026 год не сходится с итогом: рабочих дней 260 вместо 247, из них сокращённых 0 вместо 4;"
                        + " исправьте файлы в папке «" + folder + "»");
    }

    @Test
    void an_empty_folder_is_no_calendar(@TempDir Path folder) {
        assertRefused(
                Said.to("calendar", "--calendar", "ru", "--year", "2026", "--calendars", folder.toString()),
                "Нет файла " + folder.resolve("status.csv"));
    }

    @Test
    void a_broken_table_of_terms_is_named_with_its_row(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("сроки.dmn");
        Files.writeString(
                table,
                Files.readString(Path.of("processes/inquiry-terms.dmn"))
                        .replace("\"тот же час\"", "\"тот самый час\""));

        assertRefused(
                Said.to("terms", "--terms", table.toString()),
                "Таблица сроков, строка 2: Способ счёта «тот самый час» неизвестен;");
    }

    @Test
    void a_term_of_ones_own_needs_to_be_told_whose_it_is(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("terms.dmn");
        Files.writeString(
                table,
                Files.readString(Path.of("processes/inquiry-terms.dmn"))
                        .replace("\"irkutsk-answer\"", "\"chita-answer\""));
        String[] asked = {
            "deadline", "--terms", table.toString(), "--term", "chita-answer", "--received", "2026-11-17T10:00"
        };

        assertRefused(
                Said.to(asked),
                "По имени срока «chita-answer» не понять, чей он; укажите --calendar, --zone и --hours");
    }

    private static void assertRefused(Said said, String why) {
        assertThat(said.err()).startsWith(why).hasLineCount(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(2);
    }
}
