package org.perezvon.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.OwnDay;
import org.perezvon.worktime.OwnDay.Kind;
import picocli.CommandLine.Model.ArgSpec;

/** What a body has made of single days for itself. */
record OwnDayOptions(Typed typed) {

    private static final String DAY = "ДАТА[=ПРИЧИНА]";

    static List<ArgSpec> options() {
        return List.of(
                Options.many(DAY, "Нерабочий день органа: 2026-02-18 или 2026-02-18=Сагаалган.", "--day-off"),
                Options.many(DAY, "Рабочий день органа вопреки календарю.", "--working-day"),
                Options.many(DAY, "Рабочий день органа, короче обычного на час.", "--short-day"));
    }

    /** @throws WrongInput when a date is none, or is told twice */
    Map<LocalDate, OwnDay> toOwnDays() {
        Map<LocalDate, OwnDay> days = new TreeMap<>();
        add(days, "--day-off", Kind.OFF);
        add(days, "--working-day", Kind.WORKING);
        add(days, "--short-day", Kind.SHORT);
        return days;
    }

    private void add(Map<LocalDate, OwnDay> days, String option, Kind kind) {
        for (String text : typed.words(option)) {
            String[] parts = text.split("=", 2);
            LocalDate date = TypedDate.parse(parts[0]);
            String reason = parts.length < 2 || parts[1].isBlank() ? "причина не указана" : parts[1].strip();
            OwnDay day = new OwnDay(kind, reason);
            @Nullable OwnDay before = days.get(date);
            days.put(date, before == null ? day : both(date, before, day));
        }
    }

    private static OwnDay both(LocalDate date, OwnDay before, OwnDay now) {
        if (before.kind() == Kind.WORKING && now.kind() == Kind.SHORT) {
            return new OwnDay(Kind.WORKING_AND_SHORT, before.reason());
        }
        throw new WrongInput(
                "О дне " + date + " сказано дважды; оставьте одно из --day-off, --working-day, --short-day");
    }
}
