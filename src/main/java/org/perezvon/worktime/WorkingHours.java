package org.perezvon.worktime;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a body is at work, by day of the week, in its own local time. Monday to Friday are always told; a Saturday or
 * Sunday that the calendar makes working keeps the hours of the day it stands for, unless the week tells its own.
 * On a short day everything after <em>closing minus one hour</em> falls away.
 */
public record WorkingHours(Map<DayOfWeek, List<Window>> week) {

    private static final Set<DayOfWeek> WORKWEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** An unbroken stretch of work: {@code from} belongs to it, {@code to} no longer does. */
    public record Window(LocalTime from, LocalTime to) {

        public Window {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("Рабочее время не может идти с " + from + " до " + to);
            }
        }

        @Override
        public String toString() {
            return Russian.time(from) + "–" + Russian.time(to);
        }

        boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    public WorkingHours {
        EnumMap<DayOfWeek, List<Window>> own = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> own.put(day, inOrder(day, windows)));
        if (!own.keySet().containsAll(WORKWEEK)) {
            throw new IllegalArgumentException(
                    "Рабочее время нужно указать на каждый день с понедельника по пятницу, а указано только на "
                            + own.keySet());
        }
        week = Collections.unmodifiableMap(own);
    }

    /** The same hours from Monday to Friday. */
    public static WorkingHours of(LocalTime opens, LocalTime closes) {
        EnumMap<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        WORKWEEK.forEach(day -> week.put(day, List.of(new Window(opens, closes))));
        return new WorkingHours(week);
    }

    /** These hours, but others on one day of the week: a Friday that ends early, a Saturday on duty. */
    public WorkingHours on(DayOfWeek day, LocalTime opens, LocalTime closes) {
        EnumMap<DayOfWeek, List<Window>> changed = new EnumMap<>(week);
        changed.put(day, List.of(new Window(opens, closes)));
        return new WorkingHours(changed);
    }

    /** These hours with a break on every day; a break never moves a term counted in days. */
    public WorkingHours withLunch(LocalTime from, LocalTime to) {
        Window lunch = new Window(from, to);
        EnumMap<DayOfWeek, List<Window>> changed = new EnumMap<>(week);
        changed.replaceAll((day, windows) -> without(lunch, windows));
        return new WorkingHours(changed);
    }

    /** From opening to closing on a day that these hours tell, breaks included. */
    public Window span(DayOfWeek day) {
        List<Window> windows = of(day, false);
        return new Window(windows.get(0).from(), windows.get(windows.size() - 1).to());
    }

    /** The one break that all days keep whose hours it falls into; empty where there is none or days break differently. */
    public Optional<Window> lunch() {
        return week.values().stream()
                .filter(windows -> windows.size() == 2)
                .map(windows -> new Window(windows.get(0).to(), windows.get(1).from()))
                .findFirst()
                .filter(lunch -> week.keySet().stream()
                        .allMatch(day -> without(lunch, List.of(span(day))).equals(week.get(day))));
    }

    /** For people: «пн–чт 9:00–18:00, пт 9:00–17:00, обед 13:00–14:00». */
    public String inWords() {
        return WeekInWords.of(this);
    }

    /** The stretches of work on a day whose hours are those of {@code day}, in order. */
    List<Window> of(DayOfWeek day, boolean shortened) {
        List<Window> windows = week.get(day);
        if (windows == null) {
            throw new IllegalArgumentException("The hours of " + day + " are not told: " + week);
        }
        return shortened ? oneHourLess(windows) : windows;
    }

    boolean tells(DayOfWeek day) {
        return week.containsKey(day);
    }

    private static List<Window> oneHourLess(List<Window> windows) {
        LocalTime closing = windows.get(windows.size() - 1).to().minus(1, HOURS);
        return windows.stream()
                .filter(window -> window.from().isBefore(closing))
                .map(window -> window.to().isAfter(closing) ? new Window(window.from(), closing) : window)
                .toList();
    }

    private static List<Window> without(Window lunch, List<Window> windows) {
        List<Window> rest = new ArrayList<>();
        for (Window window : windows) {
            if (!lunch.from().isBefore(window.to()) || !window.from().isBefore(lunch.to())) {
                rest.add(window);
                continue;
            }
            if (window.from().isBefore(lunch.from())) {
                rest.add(new Window(window.from(), lunch.from()));
            }
            if (lunch.to().isBefore(window.to())) {
                rest.add(new Window(lunch.to(), window.to()));
            }
        }
        return rest;
    }

    private static String told(DayOfWeek day, List<Window> windows) {
        return Russian.dayOfWeek(day) + ", "
                + (windows.isEmpty()
                        ? "ни минуты"
                        : windows.stream().map(Window::toString).collect(joining(", ")));
    }

    private static List<Window> inOrder(DayOfWeek day, List<Window> windows) {
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from().isBefore(windows.get(i - 1).to())) {
                throw new IllegalArgumentException("Рабочее время перекрывается: " + told(day, windows));
            }
        }
        long minutes = windows.stream()
                .mapToLong(window -> window.from().until(window.to(), MINUTES))
                .sum();
        if (minutes < 120) {
            throw new IllegalArgumentException("Рабочий день короче двух часов: " + told(day, windows));
        }
        return List.copyOf(windows);
    }
}
