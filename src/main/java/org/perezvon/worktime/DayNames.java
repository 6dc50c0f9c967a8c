package org.perezvon.worktime;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns what a file says into marks whose names read well in a derivation. What the file does not tell is taken from the
 * mark in force on the same day, else from the law and the act.
 */
final class DayNames {

    /** A holiday of which neither the file nor we know the name. */
    static final String UNKNOWN_HOLIDAY = "название в файле не указано";

    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Map<DayOfWeek, String> SHORT = Map.of(
            DayOfWeek.MONDAY, "пн",
            DayOfWeek.TUESDAY, "вт",
            DayOfWeek.WEDNESDAY, "ср",
            DayOfWeek.THURSDAY, "чт",
            DayOfWeek.FRIDAY, "пт",
            DayOfWeek.SATURDAY, "сб",
            DayOfWeek.SUNDAY, "вс");

    private final Calendars inForce;
    private final String layer;
    private final String act;

    /** @param act the act the new sheet rests on; empty where nobody named one */
    DayNames(Calendars inForce, String layer, String act) {
        this.inForce = inForce;
        this.layer = layer;
        this.act = act;
    }

    List<Mark> marks(Contents file) {
        Contents told = settled(file);
        return told.entries().stream()
                .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::says))
                .map(entry -> mark(told, entry))
                .toList();
    }

    /** A day of which the file says only that nobody works is a holiday where we know one, else a day off. */
    private Contents settled(Contents file) {
        List<Entry> entries = file.entries().stream()
                .flatMap(entry -> entry.says() == Entry.Says.OFF ? off(entry) : Stream.of(entry))
                .toList();
        return new Contents(file.format(), file.year(), entries);
    }

    private Stream<Entry> off(Entry entry) {
        if (holidayInForce(entry.date()).isPresent() || statutory(entry.date()).isPresent()) {
            return Stream.of(Entry.of(entry.date(), Entry.Says.HOLIDAY, entry.place()));
        }
        return Day.isWeekend(entry.date())
                ? Stream.empty()
                : Stream.of(Entry.of(entry.date(), Entry.Says.DAY_OFF, entry.place())
                        .titled(entry.title()));
    }

    private Mark mark(Contents told, Entry entry) {
        Mark.Kind kind = kind(entry);
        try {
            return Mark.of(entry.date(), kind, name(told, entry, kind));
        } catch (DateTimeException e) {
            throw UnreadableCalendar.at(
                    entry.place(),
                    "в названии «%s» стоит день, которого нет. Исправьте название.".formatted(entry.title()));
        }
    }

    private String name(Contents told, Entry entry, Mark.Kind kind) {
        if (!entry.title().isEmpty()) {
            return entry.title();
        }
        Optional<LocalDate> other = exchangedFor(told, entry);
        Optional<String> known = inForce.marks(layer, entry.date()).stream()
                .filter(mark -> mark.kind() == kind)
                .filter(mark -> other.isEmpty() || other.equals(mark.exchangedFor()))
                .map(Mark::name)
                .findFirst();
        return known.orElseGet(() -> switch (kind) {
            case HOLIDAY -> statutory(entry.date()).orElse(UNKNOWN_HOLIDAY);
            case DAY_OFF -> dayOff(told, entry.date(), other);
            case WORKING_DAY -> workingDay(other);
            case SHORT_DAY -> shortDay(told, entry.date());
        });
    }

    private static Optional<LocalDate> exchangedFor(Contents told, Entry entry) {
        return switch (entry.says()) {
            case DAY_OFF -> entry.other();
            case WORKING -> entry.other().or(() -> told.dayOffFor(entry.date()));
            case HOLIDAY, OFF, SHORT -> Optional.empty();
        };
    }

    private String dayOff(Contents told, LocalDate date, Optional<LocalDate> from) {
        return from.map(day -> "Выходной день, перенос с " + dotted(day) + by(movedBy(told, day, date)))
                .orElse(act.isEmpty() ? "Выходной день по производственному календарю" : "Выходной день" + by(act));
    }

    private String workingDay(Optional<LocalDate> exchangedFor) {
        return exchangedFor
                .map(day -> "Рабочий день, выходной перенесен на " + dotted(day) + by(act))
                .orElse(act.isEmpty() ? "Рабочий день по производственному календарю" : "Рабочий день" + by(act));
    }

    private String shortDay(Contents told, LocalDate date) {
        boolean russian = country().filter(Country.RUSSIA::equals).isPresent();
        if (Day.isWeekend(date)) {
            String day = date.getDayOfWeek() == DayOfWeek.SATURDAY ? "Рабочая суббота" : "Рабочее воскресенье";
            return day + ", сокращение на 1 час"
                    + by(russian ? "приказ Минздравсоцразвития от 13.08.2009 № 588н" : act);
        }
        boolean eve = told.isHoliday(date.plusDays(1))
                || holidayInForce(date.plusDays(1)).isPresent();
        return eve
                ? "Предпраздничный день, сокращение на 1 час" + by(russian ? "ст. 95 ТК РФ" : act)
                : "Сокращённый день, на 1 час короче" + by(act);
    }

    /** By the law itself where the day off coincided with a holiday and moved to the next working day, else by the act. */
    private String movedBy(Contents told, LocalDate from, LocalDate to) {
        boolean next = from.isBefore(to) && from.datesUntil(to).allMatch(told::isOff);
        return next && told.isHoliday(from)
                ? country().flatMap(land -> land.actOnCoincidence(from)).orElse(act)
                : act;
    }

    private Optional<String> holidayInForce(LocalDate date) {
        return inForce.marks(layer, date).stream()
                .filter(mark -> mark.kind() == Mark.Kind.HOLIDAY)
                .map(Mark::name)
                .findFirst();
    }

    /** Only a country's own sheet tells of its public holidays. */
    private Optional<String> statutory(LocalDate date) {
        return Layer.isUpper(layer) ? Optional.empty() : country().flatMap(land -> land.holiday(date));
    }

    private Optional<Country> country() {
        return Country.ofLayer(layer);
    }

    private static Mark.Kind kind(Entry entry) {
        return switch (entry.says()) {
            case HOLIDAY -> Mark.Kind.HOLIDAY;
            case DAY_OFF, OFF -> Mark.Kind.DAY_OFF;
            case WORKING -> Mark.Kind.WORKING_DAY;
            case SHORT -> Mark.Kind.SHORT_DAY;
        };
    }

    private static String dotted(LocalDate date) {
        return SHORT.get(date.getDayOfWeek()) + " " + DOTTED.format(date);
    }

    private static String by(String reason) {
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }
}
