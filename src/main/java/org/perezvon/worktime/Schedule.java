package org.perezvon.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.perezvon.worktime.WorkingHours.Window;

/** A body's calendar and hours laid over each other: at which moments it is at work. */
record Schedule(WorkingCalendar calendar, WorkingHours hours, ZoneId zone) {

    /** The stretches of work on a day, in order; none on a non-working day. */
    List<Window> windows(LocalDate date) {
        Day day = calendar.day(date);
        return day.working() ? hours.of(hoursOf(date), day.shortened()) : List.of();
    }

    private DayOfWeek hoursOf(LocalDate date) {
        return hours.tells(date.getDayOfWeek())
                ? date.getDayOfWeek()
                : calendar.day(date).hoursOf();
    }

    ZonedDateTime opening(LocalDate workingDay) {
        return at(workingDay, windows(workingDay).get(0).from());
    }

    ZonedDateTime closing(LocalDate workingDay) {
        return at(workingDay, hours.closing(hoursOf(workingDay), calendar.isShort(workingDay)));
    }

    ZonedDateTime at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone);
    }

    boolean isOpen(ZonedDateTime moment) {
        return windows(moment.toLocalDate()).stream().anyMatch(window -> window.contains(moment.toLocalTime()));
    }

    /** The moment itself when the body is at work, otherwise the next beginning of work. */
    ZonedDateTime openFrom(ZonedDateTime moment) {
        LocalDate date = moment.toLocalDate();
        for (Window window : windows(date)) {
            if (moment.toLocalTime().isBefore(window.to())) {
                return moment.toLocalTime().isBefore(window.from()) ? at(date, window.from()) : moment;
            }
        }
        return opening(calendar.next(date));
    }

    /** The moment itself between opening and closing of a working day, lunch included; otherwise the next opening. */
    ZonedDateTime workedFrom(ZonedDateTime moment) {
        LocalDate date = moment.toLocalDate();
        boolean over = !calendar.isWorking(date) || !moment.isBefore(closing(date));
        ZonedDateTime opening = opening(over ? calendar.next(date) : date);
        return moment.isBefore(opening) ? opening : moment;
    }

    /** So much working time before {@code end}: breaks, nights and days off do not count. */
    ZonedDateTime back(ZonedDateTime end, Duration workingTime) {
        Duration left = workingTime;
        for (LocalDate date = end.toLocalDate(); ; date = calendar.previous(date)) {
            List<Window> windows = windows(date);
            for (int i = windows.size() - 1; i >= 0; i--) {
                ZonedDateTime from = at(date, windows.get(i).from());
                ZonedDateTime to = earlier(at(date, windows.get(i).to()), end);
                Duration worked = Duration.between(from, to);
                if (left.compareTo(worked) <= 0) {
                    return to.minus(left);
                }
                left = worked.isNegative() ? left : left.minus(worked);
            }
        }
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
