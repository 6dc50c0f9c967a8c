package org.perezvon.worktime;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.perezvon.worktime.Reckoning.beginning;
import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;
import static org.perezvon.worktime.Reckoning.moment;
import static org.perezvon.worktime.Reckoning.momentToTheSecond;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Within one working day from receipt; received after 16:00, on the next working day by 16:00", extended at most to
 * so many working days (I-10.2, I-10.3).
 *
 * @param counting where an ordinary working day of the term ends: same clock time, closing, or the cut-off hour
 * @param cutOff received <em>after</em> it, or on a non-working day: due on the last day at this hour, which no short day
 *     moves; absent: counted from the next opening
 * @param wall the extension ends with the working hours of this working day after the date of receipt; absent: none
 */
record DaysFromReceipt(
        Counting counting,
        WorkingDays length,
        @Nullable LocalTime cutOff,
        @Nullable WorkingDays wall,
        @Nullable String wallClause)
        implements Reading {

    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        ZonedDateTime receipt = cutOff == null ? schedule.workedFrom(start) : start;
        LocalDate received = receipt.toLocalDate();
        LocalDate last = schedule.calendar().plus(received, length);
        boolean ordinary = isOrdinary(schedule, receipt);

        ZonedDateTime due = end(schedule, receipt, last, ordinary);
        ZonedDateTime target = ordinary || length.count() > 1 ? target(schedule, receipt, last, due) : due;
        ZonedDateTime maximum = Extension.maximum(schedule, start, due, wall);

        List<String> steps = new ArrayList<>();
        steps.add(beginning(term, start));
        steps.addAll(
                ordinary
                        ? ordinarySteps(term, schedule, start, due)
                        : List.of(afterCutOffStep(term, schedule, start, due)));
        if (target.isBefore(due)) {
            steps.add("Лучше ответить %s, до %s: это внутренний ориентир, а не срок регламента."
                    .formatted(length.count() == 1 ? "ещё в день поступления" : "днём раньше", exactly(target)));
        }
        if (wall != null) {
            steps.add(Extension.step(schedule, start, maximum, wall, wallClause));
        }
        boolean years = start.getYear() != due.getYear();
        return new Reckoning(
                since(schedule, start, years),
                "до " + limit(due, years),
                ordinary || length.count() > 1 ? length.inWords() : "следующий рабочий день",
                start,
                due,
                target,
                maximum,
                steps);
    }

    private boolean isOrdinary(Schedule schedule, ZonedDateTime receipt) {
        return schedule.calendar().isWorking(receipt.toLocalDate()) && !isAfterCutOff(receipt);
    }

    private boolean isAfterCutOff(ZonedDateTime receipt) {
        return cutOff != null && receipt.toLocalTime().isAfter(cutOff);
    }

    private ZonedDateTime end(Schedule schedule, ZonedDateTime receipt, LocalDate last, boolean ordinary) {
        if (cutOff != null && (!ordinary || counting == Counting.CUT_OFF_HOUR)) {
            return schedule.at(last, cutOff);
        }
        if (counting == Counting.END_OF_DAY) {
            return schedule.closing(last);
        }
        // What comes before opening counts from opening, also where the last day opens earlier.
        ZonedDateTime opened = schedule.opening(receipt.toLocalDate());
        ZonedDateTime counted = receipt.isBefore(opened) ? opened : receipt;
        ZonedDateTime sameTime = schedule.at(last, counted.toLocalTime());
        ZonedDateTime opening = schedule.opening(last);
        return sameTime.isBefore(opening) ? opening : sameTime;
    }

    /** The closing of the working day before the last one, where that is still ahead of the start and before the end. */
    private static ZonedDateTime target(Schedule schedule, ZonedDateTime receipt, LocalDate last, ZonedDateTime due) {
        LocalDate before = schedule.calendar().previous(last);
        if (before.isBefore(receipt.toLocalDate())) {
            return due;
        }
        ZonedDateTime closing = schedule.closing(before);
        return closing.isAfter(receipt) && closing.isBefore(due) ? closing : due;
    }

    private String since(Schedule schedule, ZonedDateTime start, boolean years) {
        if (!schedule.calendar().isWorking(start.toLocalDate())) {
            return moment(start, years) + ", в нерабочий день";
        }
        if (cutOff != null && isAfterCutOff(start)) {
            boolean secondsDecide = !start.truncatedTo(MINUTES).toLocalTime().isAfter(cutOff);
            String when = secondsDecide ? momentToTheSecond(start, years) : moment(start, years);
            return when + ", то есть после " + Russian.time(cutOff);
        }
        return moment(start, years) + (isBeforeOpening(schedule, start) ? ", до начала рабочего дня" : "");
    }

    private List<String> ordinarySteps(Term term, Schedule schedule, ZonedDateTime start, ZonedDateTime due) {
        String end =
                switch (counting) {
                    case END_OF_DAY -> "конца";
                    case CUT_OFF_HOUR -> "порогового часа";
                    default -> "того же часа";
                };
        String lastDay = length.count() == 1
                ? "следующего рабочего дня"
                : Russian.ordinalGenitive(length.count()) + " рабочего дня после дня поступления";
        String day = "По %s %s в течение %s с момента поступления, то есть до %s %s — до %s."
                .formatted(term.clause(), term.duty(), length.genitive(), end, lastDay, exactly(due));
        if (cutOff == null && schedule.workedFrom(start).toLocalDate().isAfter(start.toLocalDate())) {
            return List.of("Рабочее время уже прошло: срок считается с начала следующего рабочего дня.", day);
        }
        return isBeforeOpening(schedule, start)
                ? List.of(
                        "Рабочий день ещё не начался: срок считается с его начала, с %s."
                                .formatted(Russian.time(
                                        schedule.opening(start.toLocalDate()).toLocalTime())),
                        day)
                : List.of(day);
    }

    private String afterCutOffStep(Term term, Schedule schedule, ZonedDateTime start, ZonedDateTime due) {
        String hour = cutOff == null ? "" : Russian.time(cutOff);
        String why = schedule.calendar().isWorking(start.toLocalDate())
                ? "Это позже %s, поэтому"
                : "Это нерабочий день, поэтому, как и при поступлении после %s,";
        String day = length.count() == 1
                ? "следующий рабочий день"
                : Russian.ordinal(length.count()) + " рабочий день после дня поступления";
        return "%s по %s %s на %s, до %s."
                .formatted(why.formatted(hour), term.clause(), term.duty(), day, exactly(due));
    }

    private static boolean isBeforeOpening(Schedule schedule, ZonedDateTime start) {
        return start.isBefore(schedule.opening(start.toLocalDate()));
    }
}
