package org.perezvon.inquiry;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.perezvon.kernel.Centre;
import org.springframework.stereotype.Component;

/** Deadlines as they were set and moved, each with its derivation. */
@Component
class TermTimeline implements TimelineSource {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final TermChangeStore changes;
    private final Centre centre;

    TermTimeline(TermChangeStore changes, Centre centre) {
        this.changes = changes;
        this.centre = centre;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        List<TermChange> moved = changes.of(inquiry.id());
        List<TimelineEntry> entries = new ArrayList<>();
        inquiry.term().ifPresent(term -> entries.add(set(inquiry, term, moved)));
        moved.forEach(change -> entries.add(moved(inquiry, change)));
        return entries;
    }

    private TimelineEntry set(Inquiry inquiry, Inquiry.Term term, List<TermChange> moved) {
        Instant due = moved.isEmpty() ? term.due() : moved.get(0).dueBefore();
        Instant maximum = moved.isEmpty() ? term.maximum() : moved.get(0).maximumBefore();
        return new TimelineEntry(
                term.receivedAt(),
                "TERM_SET",
                "Запрос получен органом власти; ответ нужен до " + clock(due) + ", предельный срок " + clock(maximum),
                null,
                inquiry.number(),
                moved.isEmpty() ? term.derivation() : moved.get(0).derivationBefore());
    }

    private TimelineEntry moved(Inquiry inquiry, TermChange change) {
        List<String> details = new ArrayList<>();
        details.add("Предельный срок: был " + clock(change.maximumBefore()) + ", стал " + clock(change.maximumAfter()));
        change.derivationBefore().forEach(step -> details.add("Было: " + step));
        change.derivationAfter().forEach(step -> details.add("Стало: " + step));
        return new TimelineEntry(
                change.changedAt(),
                "TERM_MOVED_" + change.cause(),
                cause(change.cause()) + ": был " + clock(change.dueBefore()) + ", стал " + clock(change.dueAfter()),
                null,
                inquiry.number(),
                details);
    }

    private static String cause(TermChange.Cause cause) {
        return switch (cause) {
            case CALENDAR -> "Срок ответа пересчитан: изменился календарь или часы работы органа";
            case EXTENSION -> "Срок ответа продлён по просьбе органа власти (I-10.3)";
            case CLARIFICATION -> "Срок ответа идёт заново после уточнения вопроса";
            case DEPUTY -> "Срок ответа идёт заново: запрос получил заместитель";
        };
    }

    private String clock(Instant moment) {
        return MOMENT.format(moment.atZone(centre.zone()));
    }
}
