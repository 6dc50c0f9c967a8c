package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the moved days of a sheet balance: a weekday is off for a weekend day that is a holiday or works, and a weekend
 * day works for a weekday that is off.
 *
 * @param calendar the sheet upon the layers beneath it
 */
record MovedDays(Sheet sheet, WorkingCalendar calendar) {

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Set<LocalDate> given = new HashSet<>();
        for (Mark mark : sheet.marks(Mark.Kind.DAY_OFF)) {
            mark.exchangedFor().ifPresent(from -> {
                if (!canBeMoved(from)) {
                    findings.add(Finding.warning(
                            "%s — выходной, перенесённый с %s, но тот день не праздничный выходной и не стал рабочим."
                                    .formatted(Russian.dayAndDate(mark.date()), Russian.date(from))));
                }
                if (!given.add(from)) {
                    findings.add(Finding.warning("Выходной с %s перенесён дважды.".formatted(Russian.date(from))));
                }
            });
        }
        untold(given).ifPresent(findings::add);
        for (Mark mark : sheet.marks(Mark.Kind.WORKING_DAY)) {
            if (Day.isWeekend(mark.date())) {
                workedFor(mark).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** More days off than any weekend could have given, where the names do not tell which did. */
    private Optional<Finding> untold(Set<LocalDate> given) {
        long untold = sheet.marks(Mark.Kind.DAY_OFF).stream()
                .filter(mark -> !Day.isWeekend(mark.date()))
                .filter(mark -> mark.exchangedFor().isEmpty())
                .count();
        long left = Totals.daysOf(sheet.year())
                .filter(date -> canBeMoved(date) && !given.contains(date))
                .count();
        return untold <= left || Layer.isUpper(sheet.layer())
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "Переносы не сходятся: не сказано, откуда перенесены выходные (%d), а перенести можно было только %d."
                                .formatted(untold, left)));
    }

    private Optional<Finding> workedFor(Mark working) {
        String day = Russian.dayAndDate(working.date());
        Optional<LocalDate> dayOff = working.exchangedFor();
        if (dayOff.isEmpty()) {
            return Optional.of(Finding.warning(
                    "%s — рабочий день, но не сказано, на какой день перенесён выходной: часы работы считаются как в пятницу."
                            .formatted(day)));
        }
        return dayOff.filter(calendar::isWorking)
                .map(date -> Finding.warning(
                        "%s — рабочий день вместо %s, но и тот день рабочий.".formatted(day, Russian.date(date))));
    }

    private boolean canBeMoved(LocalDate date) {
        return Day.isWeekend(date)
                && (calendar.isWorking(date) || calendar.day(date).isHoliday());
    }
}
