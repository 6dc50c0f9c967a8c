package org.perezvon.worktime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people bring them: every one becomes a sheet or a sentence that says what is wrong, where and what to do. */
class CalendarFileTest {

    private static final Calendars SHIPPED = Calendars.from("classpath:calendars/");
    private static final String NO_ACT = "";

    static Stream<Arguments> malformed() {
        return Stream.of(
                refused("an empty file", "", "Файл пуст: 0 байт. Скачайте календарь ещё раз."),
                refused("blank", " \r\n ", "Файл пуст: в нём только пробелы. Скачайте календарь ещё раз."),
                refused(
                        "a page that tells of an error",
                        "<!DOCTYPE html>\n<html><body>404</body></html>",
                        "Это веб-страница (HTML), а не календарь: вероятно, вместо файла сохранена страница сайта или"
                                + " сообщение об ошибке. Скачайте сам файл."),
                refused(
                        "a page in XHTML",
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"xhtml1-strict.dtd\">",
                        "Это веб-страница (HTML), а не календарь: вероятно, вместо файла сохранена страница сайта или"
                                + " сообщение об ошибке. Скачайте сам файл."),
                refused(
                        "a book of Excel",
                        "PK\u0003\u0004rest",
                        "Это архив или книга Excel (XLSX), а не календарь. Распакуйте архив или сохраните лист как CSV."),
                refused("a PDF", "%PDF-1.7", "Это документ PDF, а не календарь. Нужен файл CSV, XML или JSON."),
                refused(
                        "zeroes",
                        "date,kind\u0000",
                        "Это не текстовый файл, а двоичный. Нужен календарь в виде CSV, XML или JSON."),
                refused(
                        "a letter",
                        "Направляем производственный календарь на 2027 год.",
                        "Файл не похож ни на один из известных форматов: известны CSV с колонками date,kind,name, XML и"
                                + " JSON с сайта xmlcalendar.ru и XML 1С (Items/Item). Выберите другой файл."),
                refused(
                        "another XML",
                        "<rss version=\"2.0\"/>",
                        "Файл не похож ни на один из известных форматов: это XML <rss>, а известны CSV с колонками"
                                + " date,kind,name, XML и JSON с сайта xmlcalendar.ru и XML 1С (Items/Item). Выберите другой файл."),

                // Our own CSV
                refused(
                        "no rows",
                        "date,kind,name\n",
                        "В файле только заголовок, ни одного дня нет. Заполните его или выберите другой."),
                refused(
                        "an unknown kind",
                        csv("2027-01-01,holiday,Новый год", "2027-01-02,half-day,Полдня"),
                        "Строка 3: Неизвестный вид дня «half-day», бывают только holiday, day-off, working-day, short-day."
                                + " Исправьте файл."),
                refused(
                        "no kind",
                        csv("2027-01-01"),
                        "Строка 2: Неизвестный вид дня «», бывают только holiday, day-off, working-day, short-day."
                                + " Исправьте файл."),
                refused(
                        "the 29th of February in a common year",
                        csv("2027-02-29,holiday,День"),
                        "Строка 2: дня «2027-02-29» в 2027 году нет. Исправьте дату в файле."),
                refused(
                        "no date",
                        csv("1 января,holiday,Новый год"),
                        "Строка 2: «1 января» — не дата, ожидается ГГГГ-ММ-ДД или ДД.ММ.ГГГГ. Исправьте дату в файле."),
                refused(
                        "a day of another year",
                        csv("2027-01-01,holiday,Новый год", "2028-01-01,holiday,Новый год"),
                        "Строка 3: день 1 января 2028 года не относится к 2027 году. Оставьте в файле дни одного года."),
                refused(
                        "another year altogether",
                        csv("2026-01-01,holiday,Новый год"),
                        "В файле календарь на 2026 год, а загружается 2027. Выберите другой файл или другой год."),
                refused(
                        "two kinds of one day",
                        csv("2027-01-01,holiday,Новый год", "2027-01-01,day-off,Выходной"),
                        "Строка 3: о дне 1 января 2027 года уже сказано иное (Строка 2). Оставьте одну из записей."),
                refused(
                        "a holiday that is short",
                        csv("2027-01-01,holiday,Новый год", "2027-01-01,short-day,Короткий"),
                        "Строка 3: о дне 1 января 2027 года уже сказано иное (Строка 2). Оставьте одну из записей."),
                refused(
                        "two reasons for one short day",
                        csv("2027-11-03,short-day,Канун праздника", "2027-11-03,short-day,Приказ"),
                        "Строка 3: о дне 3 ноября 2027 года уже сказано иное (Строка 2). Оставьте одну из записей."),
                refused(
                        "a year out of all measure",
                        csv("9999-01-01,holiday,Новый год"),
                        "В файле календарь на 9999 год, а читаются календари на 2000–2100 годы. Исправьте год в файле."),
                refused(
                        "an open quote",
                        csv("2027-01-01,holiday,\"Новый год", "2027-01-02,holiday,Новый год"),
                        "Строка 2: не разбирается как CSV. Проверьте кавычки и разделители."),
                refused(
                        "a name with a day that does not exist",
                        csv("2027-05-03,day-off,\"Выходной день, перенос с сб 41.05.2027\""),
                        "Строка 2: в названии «Выходной день, перенос с сб 41.05.2027» стоит день, которого нет. Исправьте"
                                + " название."),

                // XML of xmlcalendar.ru
                refused(
                        "the calendar of another country",
                        xml("year=\"2027\" lang=\"ru\" country=\"kz\"", "<day d=\"01.01\" t=\"1\"/>"),
                        "Это календарь страны «kz», а загружается он как «ru». Выберите другой файл или другой календарь."),
                refused(
                        "a country we do not know",
                        xml("year=\"2027\" country=\"tatar\"", "<day d=\"01.01\" t=\"1\"/>"),
                        "Это календарь страны «tatar», а загружается он как «ru». Выберите другой файл или другой календарь."),
                refused(
                        "English names",
                        xml("year=\"2027\" lang=\"en\"", "<day d=\"01.01\" t=\"1\"/>"),
                        "Названия праздников в файле — на языке «en», а в объяснениях сроков они нужны по-русски. Скачайте"
                                + " calendar.xml, а не calendar.en.xml."),
                refused(
                        "no year",
                        xml("lang=\"ru\"", "<day d=\"01.01\" t=\"1\"/>"),
                        "Строка 1: у календаря не указан год (year=\"\"). Скачайте его ещё раз."),
                refused(
                        "no days",
                        xml("year=\"2027\"", ""),
                        "В файле нет ни одного дня (<day …/>). Скачайте календарь ещё раз."),
                refused(
                        "an unknown t",
                        xml("year=\"2027\"", "<day d=\"01.01\" t=\"4\"/>"),
                        "Строка 3: неизвестный вид дня t=\"4\", бывают только 1, 2 и 3. Файл новее, чем мы умеем читать,"
                                + " или испорчен."),
                refused(
                        "a holiday nobody describes",
                        xml("year=\"2027\"", "<day d=\"01.01\" t=\"1\" h=\"7\"/>"),
                        "Строка 3: праздник h=\"7\" в файле не описан. Скачайте файл ещё раз."),
                refused(
                        "day and month the other way round",
                        xml("year=\"2027\"", "<day d=\"23.02\" t=\"1\"/>"),
                        "Строка 3: дня «23.02» в 2027 году нет. Исправьте дату в файле."),
                refused(
                        "a leap day in a common year",
                        xml("year=\"2027\"", "<day d=\"02.29\" t=\"1\"/>"),
                        "Строка 3: дня «02.29» в 2027 году нет. Исправьте дату в файле."),
                refused(
                        "a transfer from nowhere",
                        xml("year=\"2027\"", "<day d=\"05.03\" t=\"1\" f=\"1 мая\"/>"),
                        "Строка 3: «1 мая» — не дата, ожидается ММ.ДД. Исправьте дату в файле."),
                refused(
                        "days of some regions",
                        xml("year=\"2027\"", "<day d=\"07.16\" t=\"1\" r=\"2,16\"/>"),
                        "Строка 3: день относится только к регионам «2,16». Нужен календарь одной страны или одного региона."),
                refused(
                        "one day twice",
                        xml("year=\"2027\"", "<day d=\"05.03\" t=\"1\"/>\n<day d=\"05.03\" t=\"2\"/>"),
                        "Строка 4: о дне 3 мая 2027 года уже сказано иное (Строка 3). Оставьте одну из записей."),
                refused(
                        "half a file",
                        "<calendar year=\"2027\">\n<days>\n<day d=\"01.01\" t=",
                        "Строка 3: файл испорчен или скачан не полностью, XML не разбирается. Скачайте его ещё раз."),
                refused(
                        "a document type",
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE calendar [<!ENTITY x SYSTEM \"file:/etc/hostname\">]>\n<calendar year=\"2027\"/>",
                        "Строка 2: объявление DOCTYPE в календаре не допускается. Удалите его или скачайте файл из другого"
                                + " источника."),

                // JSON of xmlcalendar.ru
                refused(
                        "another JSON",
                        "{\"year\":2027}",
                        "Это JSON, но не календарь xmlcalendar.ru: в нём нет года (year) и месяцев (months). Скачайте"
                                + " calendar.json или выберите другой файл."),
                refused(
                        "half a JSON",
                        "{\"year\":2027,\n\"months\":[",
                        "Строка 2: файл испорчен или скачан не полностью, JSON не разбирается. Скачайте его ещё раз."),
                refused(
                        "a month too few",
                        json("1", "1,2"),
                        "В файле нет месяцев [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]: он скачан не полностью. Скачайте его"
                                + " ещё раз."),
                refused(
                        "a month too many",
                        json("13", "1"),
                        "Месяц 13 указан дважды или такого месяца нет. Скачайте файл ещё раз."),
                refused(
                        "an unknown sign",
                        json("2", "6,7?"),
                        "Февраль 2027 года: непонятный день «7?», ожидается число, «30*» или «9+». Исправьте файл."),
                refused(
                        "a day the month has not",
                        json("2", "6,29"),
                        "Февраль 2027 года: дня «29» в 2027 году нет. Исправьте дату в файле."),
                refused(
                        "a day short and off",
                        json("2", "6,6*"),
                        "Февраль 2027 года: о дне 6 февраля 2027 года сказано дважды и по-разному. Оставьте одну из записей."),
                refused(
                        "a year of JSON out of all measure",
                        "{\"year\":999999999,\"months\":[]}",
                        "В файле календарь на 999999999 год, а читаются календари на 2000–2100 годы. Исправьте год в файле."),
                refused(
                        "years without ours",
                        "[{\"year\":2024},{\"year\":2025}]",
                        "В файле нет 2027 года, есть только [2024, 2025]. Выберите другой файл или другой год."),

                // XML of 1C
                refused("no items", oneC(), "В файле 1С нет ни одного дня (<Item …/>). Выгрузите календарь ещё раз."),
                refused(
                        "an unknown type of day",
                        oneC("РФ", "Полурабочий", "20270101"),
                        "Строка 3: неизвестный вид дня «Полурабочий», бывают только Рабочий, Суббота, Воскресенье,"
                                + " Предпраздничный, Праздник и Нерабочий. Исправьте файл."),
                refused(
                        "a date of another form",
                        oneC("РФ", "Праздник", "01.01.2027"),
                        "Строка 3: «01.01.2027» — не дата, ожидается ГГГГММДД. Исправьте дату в файле."),
                refused(
                        "a year that is not the date's",
                        oneC("РФ", "Праздник", "20260101"),
                        "Строка 3: день 1 января 2026 года отнесён к 2027 году. Исправьте год или дату в файле."),
                refused(
                        "another country in 1C",
                        oneC("РК", "Праздник", "20270101"),
                        "В файле 1С календари [РК], среди них нет календаря «ru». Выберите другой файл или другой календарь."),
                refused(
                        "several calendars of which none is named as ours",
                        ForeignFiles.items(
                                List.of(item("Север", "Праздник", "20270101"), item("Юг", "Праздник", "20270101"))),
                        "В файле 1С календари [Север, Юг], среди них нет календаря «ru». Выберите другой файл или другой"
                                + " календарь."),
                refused(
                        "a year that breaks off",
                        ForeignFiles.oneC(SHIPPED.sheet("ru", 2027).orElseThrow(), "РФ")
                                .replaceAll("(?m)^.*Date=\"202711.*\n", ""),
                        "В файле перечислены и обычные дни, но не все: нет, например, 1 ноября 2027 года. Выгрузите календарь"
                                + " года целиком."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void a_file_that_is_no_calendar_is_refused_in_a_sentence(String what, String content, String message) {
        assertThatThrownBy(() -> read(content.getBytes(UTF_8), "ru", 2027))
                .isInstanceOf(UnreadableCalendar.class)
                .hasMessage(message);
    }

    @Test
    void ten_megabytes_are_refused_before_anybody_looks_into_them() {
        assertThatThrownBy(() -> read(new byte[10 * 1024 * 1024], "ru", 2027))
                .isInstanceOf(UnreadableCalendar.class)
                .hasMessage(
                        "Файл слишком велик: 10240 КБ, а календарь года занимает несколько килобайт, предел — 2048 КБ."
                                + " Выберите файл календаря.");
    }

    @Test
    void a_torn_letter_in_a_file_of_utf_8_is_not_taken_for_windows_1251() {
        byte[] whole = csv("2027-01-01,holiday,Новый год").getBytes(UTF_8);

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 2), "ru", 2027))
                .hasMessage(
                        "Файл испорчен: в тексте UTF-8 есть оборванные буквы. Скачайте его ещё раз, не пересохраняя.");
    }

    @Test
    void noise_is_refused_and_never_breaks_anything_else() {
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> read(noise, "ru", 2027)).isInstanceOf(UnreadableCalendar.class);
        }
    }

    /** Any single change of a good file is read or refused, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XML", "JSON", "1C"})
    void a_damaged_file_is_read_or_refused(String format) {
        Sheet sheet = SHIPPED.sheet("ru", 2027).orElseThrow();
        String good =
                switch (format) {
                    case "CSV" -> SheetCsv.write(sheet.rows());
                    case "XML" -> ForeignFiles.xml(sheet);
                    case "JSON" -> ForeignFiles.json(sheet, SHIPPED.compose(List.of("ru"), Map.of()));
                    default -> ForeignFiles.oneCSparse(sheet, "РФ");
                };
        Random random = new Random(good.hashCode());
        for (int i = 0; i < 2000; i++) {
            StringBuilder damaged = new StringBuilder(good);
            int place = random.nextInt(good.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(place);
                case 1 -> damaged.setCharAt(place, "0123456789\"<>,;{}[]*+. \nяА".charAt(random.nextInt(26)));
                default -> damaged.setLength(place);
            }
            try {
                read(damaged.toString().getBytes(UTF_8), "ru", 2027);
            } catch (UnreadableCalendar refusal) {
                assertThat(refusal.getMessage()).endsWith(".").doesNotContain("null");
            }
        }
    }

    @Test
    void a_calendar_that_nobody_keeps_is_refused() {
        assertThatThrownBy(() -> read(csv("2027-02-04,holiday,Сагаалган").getBytes(UTF_8), "ru-BU", 2027))
                .isInstanceOf(UnreadableCalendar.class)
                .hasMessage(
                        "Нет производственного календаря «ru-BU», есть только [kz, ru, ru-IRK]. Выберите один из них.");
    }

    @Test
    void a_region_has_its_own_days_only() {
        Sheet region = read(csv("2027-05-11,holiday,Единый день памяти").getBytes(UTF_8), "ru-IRK", null)
                .sheet();

        assertThat(region.rows())
                .containsExactly(new Row(LocalDate.of(2027, 5, 11), Mark.Kind.HOLIDAY, "Единый день памяти"));
        assertThat(region.decreed()).as("its law needs no decree").isTrue();
        Sheet whole = SHIPPED.sheet("ru", 2027).orElseThrow();
        assertThatThrownBy(() -> read(ForeignFiles.oneC(whole, "РФ").getBytes(UTF_8), "ru-IRK", 2027))
                .hasMessage("В этом формате перечислены все дни года, а календарь «ru-IRK» хранит только отличия от"
                        + " календаря страны. Загрузите их файлом CSV.");
    }

    @Test
    void a_body_may_lose_all_its_own_days() {
        assertThat(read("date,kind,name\n".getBytes(UTF_8), "own:uobo", 2027)
                        .sheet()
                        .rows())
                .isEmpty();
    }

    @Test
    void without_an_act_a_countrys_year_stays_a_projection() {
        byte[] content = csv("2028-01-01,holiday,Новый год").getBytes(UTF_8);

        assertThat(read(content, "ru", 2028).sheet().decreed()).isFalse();
        assertThat(new CalendarFile(content, "ru", 2028, "ПП РФ от 17.09.2027 № 1")
                        .read(SHIPPED)
                        .sheet())
                .satisfies(sheet -> assertThat(sheet.decreed()).isTrue())
                .satisfies(
                        sheet -> assertThat(sheet.act()).isEqualTo("постановление Правительства РФ от 17.09.2027 № 1"));
    }

    @Test
    void the_year_is_taken_from_the_file_unless_the_file_holds_several() {
        assertThat(read(csv("2028-01-01,holiday,Новый год").getBytes(UTF_8), "ru", null)
                        .sheet()
                        .year())
                .isEqualTo(2028);
        assertThatThrownBy(() -> read("[{\"year\":2024},{\"year\":2025}]".getBytes(UTF_8), "ru", null))
                .hasMessage("В файле несколько лет: [2024, 2025]. Укажите, какой из них загрузить.");
        String years = ForeignFiles.items(List.of(
                item("РФ", "Праздник", "20260101").replace("2027", "2026"), item("РФ", "Праздник", "20270101")));
        assertThatThrownBy(() -> read(years.getBytes(UTF_8), "ru", null))
                .hasMessage("В файле несколько лет: [2026, 2027]. Укажите, какой из них загрузить.");
        assertThat(read(years.getBytes(UTF_8), "ru", 2027).sheet().rows())
                .extracting(Row::date)
                .containsExactly(LocalDate.of(2027, 1, 1));
    }

    @Test
    void what_was_declared_non_working_once_is_a_day_off_and_no_holiday_of_every_year() {
        String file =
                "<calendar year=\"2028\"><holidays><holiday id=\"9\" title=\"Нерабочие дни (Указ Президента РФ)\"/>"
                        + "</holidays><days><day d=\"03.30\" t=\"1\" h=\"9\"/></days></calendar>";

        assertThat(read(file.getBytes(UTF_8), "ru", 2028).sheet().rows())
                .containsExactly(
                        new Row(LocalDate.of(2028, 3, 30), Mark.Kind.DAY_OFF, "Нерабочие дни (Указ Президента РФ)"));
    }

    @Test
    void a_day_without_a_title_is_named_as_the_calendars_in_force_foresee_it() {
        String file = xml(
                "year=\"2028\" lang=\"ru\"",
                "<day d=\"02.23\" t=\"1\"/><day d=\"02.26\" t=\"1\"/><day d=\"02.24\" t=\"1\"/><day d=\"02.22\" t=\"2\"/>");

        assertThat(read(file.getBytes(UTF_8), "ru", 2028).sheet().rows())
                .as("the 26th is a Saturday anyway")
                .containsExactly(
                        new Row(
                                LocalDate.of(2028, 2, 22),
                                Mark.Kind.SHORT_DAY,
                                "Предпраздничный день, сокращение на 1 час (ст. 95 ТК РФ)"),
                        new Row(LocalDate.of(2028, 2, 23), Mark.Kind.HOLIDAY, "День защитника Отечества"),
                        new Row(
                                LocalDate.of(2028, 2, 24),
                                Mark.Kind.DAY_OFF,
                                "Выходной день по производственному календарю"));
    }

    @Test
    void a_holiday_whose_name_nobody_knows_says_so() {
        assertThat(read(oneC("1", "Праздник", "20270517").getBytes(UTF_8), "kz", 2027)
                        .sheet()
                        .rows())
                .containsExactly(new Row(LocalDate.of(2027, 5, 17), Mark.Kind.HOLIDAY, "название в файле не указано"));
    }

    @Test
    void a_calendar_of_1c_named_by_a_number_is_read_with_a_remark() {
        assertThat(read(oneC("1", "Праздник", "20270101").getBytes(UTF_8), "ru", 2027)
                        .remarks())
                .containsExactly(
                        Finding.warning("В файле 1С календарь назван «1»: проверьте, что это календарь «ru»."));
    }

    @Test
    void a_working_sunday_of_1c_is_exchanged_with_its_friday() {
        String file = ForeignFiles.items(
                List.of(
                        "<Item Calendar=\"РФ\" Year=\"2017\" DayType=\"Рабочий\" Date=\"20171001\" SwapDate=\"20171006\"/>",
                        "<Item Calendar=\"РФ\" Year=\"2017\" DayType=\"Предпраздничный\" Date=\"20171004\"/>",
                        "<Item Calendar=\"РФ\" Year=\"2017\" DayType=\"Праздник\" Date=\"20171005\" SwapDate=\"\"/>",
                        "<Item Calendar=\"РФ\" Year=\"2017\" DayType=\"Воскресенье\" Date=\"20171006\" SwapDate=\"20171001\"/>"));

        assertThat(new CalendarFile(
                                file.getBytes(Charset.forName("windows-1251")), "ru", null, "ПП РФ от 01.01.2017 № 1")
                        .read(SHIPPED)
                        .sheet()
                        .rows())
                .extracting(row -> row.date().getDayOfMonth(), row -> row.kind().word(), Row::name)
                .containsExactly(
                        tuple(
                                1,
                                "working-day",
                                "Рабочий день, выходной перенесен на пт 06.10.2017 (ПП РФ от 01.01.2017 № 1)"),
                        tuple(4, "short-day", "Предпраздничный день, сокращение на 1 час (ст. 95 ТК РФ)"),
                        tuple(5, "holiday", "название в файле не указано"),
                        tuple(6, "day-off", "Выходной день, перенос с вс 01.10.2017 (ПП РФ от 01.01.2017 № 1)"));
    }

    @Test
    void rows_are_counted_as_an_editor_counts_them() {
        String gaps = "\n\ndate;kind;name\r\n\r\n2027-01-01;holiday;\"Новый\r\nгод\"\r\n;;\r\n2027-01-02;half-day;";

        assertThatThrownBy(() -> read(gaps.getBytes(UTF_8), "ru", 2027)).hasMessageStartingWith("Строка 8:");
        assertThat(read(gaps.replace("half-day;", "holiday;").getBytes(UTF_8), "ru", 2027)
                        .sheet()
                        .rows())
                .extracting(Row::name)
                .as("a name is one line")
                .containsExactly("Новый год", "Новогодние каникулы");
    }

    @Test
    void a_row_that_is_said_twice_is_taken_once() {
        String twice = csv("2027-01-01,holiday,Новый год", "2027-01-01,holiday,Новый год");

        assertThat(read(twice.getBytes(UTF_8), "ru", 2027).sheet().rows()).hasSize(1);
    }

    @Test
    void a_day_off_that_comes_from_another_day_than_before_is_named_anew() {
        String file =
                xml("year=\"2027\"", "<day d=\"11.05\" t=\"1\" f=\"01.02\"/>\n<day d=\"12.31\" t=\"1\" f=\"01.07\"/>");

        assertThat(new CalendarFile(file.getBytes(UTF_8), "ru", 2027, "ПП РФ от 01.02.2027 № 3")
                        .read(SHIPPED)
                        .sheet()
                        .rows())
                .extracting(Row::name)
                .containsExactly(
                        "Выходной день, перенос с сб 02.01.2027 (ПП РФ от 17.09.2026 № 1187)",
                        "Выходной день, перенос с чт 07.01.2027 (ПП РФ от 01.02.2027 № 3)");
    }

    @Test
    void a_transfer_to_a_day_on_which_all_work_is_remarked() {
        Sheet sheet = SHIPPED.sheet("ru", 2027).orElseThrow();
        String file = ForeignFiles.json(sheet, SHIPPED.compose(List.of("ru"), Map.of()))
                .replace("\"to\":\"11.05\"", "\"to\":\"11.08\"");

        assertThat(read(file.getBytes(UTF_8), "ru", 2027).remarks())
                .containsExactly(
                        Finding.info("В файле не сказано, какой это страны календарь: проверьте, что выбрана нужная."),
                        Finding.warning(
                                "В файле выходной перенесён с 2 января на 8 ноября, но тот день в нём рабочий."));
    }

    @Test
    void a_row_without_a_name_takes_the_name_in_force() {
        assertThat(read(csv("2027-05-03,day-off", "2027-06-12,holiday").getBytes(UTF_8), "ru", 2027)
                        .sheet()
                        .rows())
                .extracting(Row::name)
                .containsExactly("Выходной день, перенос с сб 01.05.2027 (ч. 2 ст. 112 ТК РФ)", "День России");
    }

    private static ImportedSheet read(byte[] content, String layer, @Nullable Integer year) {
        return new CalendarFile(content, layer, year, NO_ACT).read(SHIPPED);
    }

    private static Arguments refused(String what, String content, String message) {
        return Arguments.of(what, content, message);
    }

    private static String csv(String... rows) {
        return "date,kind,name\n" + String.join("\n", rows) + "\n";
    }

    private static String xml(String attributes, String days) {
        return "<calendar " + attributes + ">\n<days>\n" + days + "\n</days></calendar>";
    }

    private static String json(String month, String days) {
        return "{\"year\":2027,\"months\":[{\"month\":" + month + ",\"days\":\"" + days + "\"}]}";
    }

    private static String oneC(String... item) {
        return ForeignFiles.items(item.length == 0 ? List.of() : List.of(item(item[0], item[1], item[2])));
    }

    private static String item(String code, String type, String date) {
        return "<Item Calendar=\"%s\" Year=\"2027\" DayType=\"%s\" Date=\"%s\"/>".formatted(code, type, date);
    }
}
