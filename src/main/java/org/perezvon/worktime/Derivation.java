package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a reckoning down so that a clerk understands it and a prosecutor can check it. */
record Derivation(Term term, Schedule schedule, ZonedDateTime start, Reckoning reckoning) {

    Deadline toDeadline() {
        List<Integer> undecreed = undecreedYears();
        return new Deadline(
                term,
                // A report may be asked about on its very day, after the hour when it was due.
                start.isAfter(reckoning.from()) ? reckoning.from().toInstant() : start.toInstant(),
                reckoning.due().toInstant(),
                reckoning.target().toInstant(),
                reckoning.maximum().toInstant(),
                !undecreed.isEmpty(),
                explanation(undecreed),
                sentences(undecreed));
    }

    private String explanation(List<Integer> undecreed) {
        String reservation = undecreed.isEmpty()
                ? ""
                : "; срок предварительный: календарь на " + years(undecreed) + " ещё не утверждён";
        return term.event() + " " + reckoning.since() + ", поэтому " + term.duty() + " " + reckoning.until() + " ("
                + reckoning.within() + ", " + term.shortClause() + reservation + ").";
    }

    private List<String> sentences(List<Integer> undecreed) {
        LocalDate last = reckoning.maximum().toLocalDate();
        List<String> sentences = new ArrayList<>(reckoning.steps());
        if (term.reading().countsDays()) {
            sentences.addAll(schedule.calendar().whatMovedDays(reckoning.from().toLocalDate(), last));
        }
        ZoneOffsetTransition change =
                schedule.zone().getRules().nextTransition(reckoning.from().toInstant());
        if (change != null && !change.getInstant().isAfter(reckoning.maximum().toInstant())) {
            sentences.add(ofClockChange(change));
        }
        if (term.reading().countsDays()) {
            sentences.add(schedule.calendar().sources(reckoning.from().getYear(), last.getYear()));
        }
        if (!undecreed.isEmpty()) {
            sentences.add("Производственный календарь на " + years(undecreed) + " ещё не утверждён, поэтому срок"
                    + " предварительный: он будет пересчитан, когда календарь утвердят.");
        }
        return sentences;
    }

    private List<Integer> undecreedYears() {
        return term.reading().countsDays()
                ? IntStream.rangeClosed(
                                reckoning.from().getYear(), reckoning.maximum().getYear())
                        .filter(year -> !schedule.calendar().isDecreed(year))
                        .boxed()
                        .toList()
                : List.of();
    }

    private static String ofClockChange(ZoneOffsetTransition change) {
        return "Внутри срока, " + Russian.dateAndYear(change.getDateTimeBefore().toLocalDate())
                + ", местное время перешло с " + Russian.offset(change.getOffsetBefore()) + " на "
                + Russian.offset(change.getOffsetAfter()) + "; все часы здесь — по местному времени.";
    }

    private static String years(List<Integer> years) {
        return years.stream().map(String::valueOf).collect(Collectors.joining(" и "))
                + (years.size() == 1 ? " год" : " годы");
    }
}
