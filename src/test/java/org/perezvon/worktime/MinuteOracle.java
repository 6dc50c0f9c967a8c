package org.perezvon.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;

/**
 * The same rules once more, slow and simple: it reads the files by itself, walks minute by minute and knows only a body
 * from 9:00 to 18:00 with lunch from 13:00 to 14:00.
 */
final class MinuteOracle {

    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private final Set<String> rows = new HashSet<>();

    MinuteOracle(String... files) {
        for (String file : files) {
            try (InputStream content = MinuteOracle.class.getResourceAsStream("/calendars/" + file)) {
                if (content == null) {
                    throw new IllegalArgumentException("No such calendar: " + file);
                }
                new String(content.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",")[0] + " " + line.split(",")[1])
                        .forEach(rows::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean isWorking(LocalDate date) {
        boolean weekday = date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
        return rows.contains(date + " working-day")
                || weekday && !rows.contains(date + " holiday") && !rows.contains(date + " day-off");
    }

    LocalTime closing(LocalDate date) {
        return LocalTime.of(rows.contains(date + " short-day") ? 17 : 18, 0);
    }

    boolean isAtWork(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return isWorking(moment.toLocalDate())
                && !time.isBefore(OPENING)
                && time.isBefore(closing(moment.toLocalDate()))
                && time.getHour() != 13;
    }

    /** Walks on from receipt until the answer is due. */
    LocalDateTime answerDue(LocalDateTime received) {
        boolean ordinary =
                isWorking(received.toLocalDate()) && received.toLocalTime().toSecondOfDay() <= 16 * 3600;
        int hour = ordinary ? Math.max(received.getHour(), 9) : 16;
        int minute = ordinary && received.getHour() >= 9 ? received.getMinute() : 0;
        int second = ordinary && received.getHour() >= 9 ? received.getSecond() : 0;
        LocalDateTime moment = received.withSecond(second);
        do {
            moment = moment.plusMinutes(1);
        } while (moment.toLocalDate().equals(received.toLocalDate())
                || !isWorking(moment.toLocalDate())
                || moment.getHour() != hour
                || moment.getMinute() != minute);
        return moment;
    }

    /** Walks on until the closing of the so-many-th working day that began after the event. */
    LocalDateTime closingOfDay(int days, LocalDateTime event) {
        LocalDateTime moment = event.withSecond(0);
        int counted = 0;
        while (counted < days || !moment.toLocalTime().equals(closing(moment.toLocalDate()))) {
            moment = moment.plusMinutes(1);
            if (moment.toLocalTime().equals(LocalTime.MIDNIGHT) && isWorking(moment.toLocalDate())) {
                counted++;
            }
        }
        return moment;
    }

    /** Walks back from {@code due} until so many minutes of work have been met. */
    LocalDateTime minutesOfWorkBefore(LocalDateTime due, int minutes) {
        LocalDateTime moment = due;
        int met = 0;
        while (met < minutes) {
            moment = moment.minusMinutes(1);
            if (isAtWork(moment)) {
                met++;
            }
        }
        return moment;
    }
}
