package org.perezvon.console;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.WorkingCalendar;
import org.perezvon.worktime.YearWithoutCalendar;
import picocli.CommandLine.Model.ArgSpec;

/** What a year is like: its totals, and every day that is not what its weekday says. */
final class CalendarCommand implements AnsweredAtOnce {

    private static final List<String> FORMATS = List.of("text", "json", "csv");

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public String purpose() {
        return "Показать производственный календарь на год: итоги и особые дни.";
    }

    @Override
    public List<String> examples() {
        return List.of("calendar --calendar ru,ru-IRK --year 2026", "calendar --calendar kz --year 2027 --format json");
    }

    @Override
    public List<ArgSpec> options() {
        return List.of(
                Options.one(
                        "КАЛЕНДАРИ",
                        "Календарь страны и, через запятую, её региона: ru; ru,ru-IRK; kz. Обязательно.",
                        "--calendar"),
                Options.one("ГОД", "Год: 2026. Обязательно.", "--year"),
                CalendarFiles.option(),
                Options.one(
                        "ВИД",
                        "text (по умолчанию) — двенадцать месяцев, json или csv — как в файлах календарей.",
                        "--format"));
    }

    @Override
    public String answer(Typed typed) {
        String format = typed.format(FORMATS);
        @Nullable String calendar = typed.word("--calendar");
        @Nullable String year = typed.word("--year");
        if (calendar == null || year == null) {
            throw new WrongInput("Не указан календарь или год; напишите, например, --calendar ru,ru-IRK --year 2026");
        }
        if (!year.matches("\\d{4}")) {
            throw new WrongInput("«" + year + "» — не год; его пишут четырьмя цифрами: 2026");
        }
        CalendarAnswer answer = answer(new CalendarFiles(typed).deadlines(), calendar, Integer.parseInt(year));
        return switch (format) {
            case "json" -> answer.toJson();
            case "csv" -> answer.toCsv();
            default -> answer.toText();
        };
    }

    private static CalendarAnswer answer(Deadlines deadlines, String typed, int asked) {
        List<String> layers = TypedCalendars.parse(typed, deadlines.calendars());
        // Neither zone nor hours change what a calendar says.
        WorkingCalendar known = deadlines.calendar(
                Body.of(layers, ZoneOffset.UTC, Body.irkutsk().hours()));
        try {
            return new CalendarAnswer(layers, asked, known, known.specialDays(asked));
        } catch (YearWithoutCalendar e) {
            throw new WrongInput("Производственного календаря на " + asked + " год нет, первый известный — на "
                    + known.firstYear() + "; укажите другой год или папку с календарями тех лет в --calendars");
        }
    }
}
