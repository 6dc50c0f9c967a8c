package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.worktime.WorkingCalendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a proposed calendar would do to the open inquiries; changes nothing. */
@Component
@Transactional(readOnly = true)
class CalendarEffect {

    private static final int AT_ONCE = 2000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final TermChangeStore store;
    private final Directory directory;
    private final WorkingCalendars calendars;
    private final Clock clock;

    CalendarEffect(TermChangeStore store, Directory directory, WorkingCalendars calendars, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param open open inquiries of the agencies that keep this calendar
     * @param moved how many of them would get another deadline
     * @param later deadlines that would come later
     * @param earlier deadlines that would come earlier
     * @param intoPast among them, those that would be over at once
     * @param noLongerOverdue inquiries whose violation would be withdrawn
     * @param noLongerProvisional deadlines that would be settled
     * @param moves the first of those that move: over at once, then with another deadline, then the others
     */
    record Effect(
            int open,
            int moved,
            int later,
            int earlier,
            int intoPast,
            int noLongerOverdue,
            int noLongerProvisional,
            List<Move> moves) {}

    /** @param over whether the deadline was ahead and would be over at once */
    record Move(
            String number,
            String agency,
            Instant dueBefore,
            Instant dueAfter,
            Instant maximumBefore,
            Instant maximumAfter,
            boolean over,
            String explanation) {}

    /**
     * @param shown how many moves to list
     * @throws IllegalArgumentException in Russian, when there is no such open proposal
     */
    Effect of(long proposal, int shown) {
        WorkingCalendars.Preview preview = calendars
                .preview(proposal)
                .orElseThrow(() ->
                        new IllegalArgumentException("Нет открытого предложения календаря с номером " + proposal));
        Map<String, Agency> agencies = directory.agencies().stream()
                .filter(agency -> agency.body().layers().contains(preview.layer()))
                .collect(Collectors.toMap(Agency::code, Function.identity()));
        Tally tally = new Tally(clock.instant(), shown);
        UUID after = BEFORE_ALL;
        List<Inquiry> page = store.open(agencies.keySet(), after, AT_ONCE);
        while (!page.isEmpty()) {
            for (Inquiry inquiry : page) {
                Agency agency = agencies.get(inquiry.agencyCode());
                Inquiry.Term before = inquiry.term().orElseThrow();
                if (agency != null) {
                    tally.count(
                            new TermMove(inquiry, before, TermPolicy.again(preview.deadlines(), agency, before)),
                            agency.shortName());
                }
            }
            after = page.get(page.size() - 1).id().value();
            page = store.open(agencies.keySet(), after, AT_ONCE);
        }
        return tally.effect();
    }

    private static final class Tally {

        private final Instant now;
        private final int shown;
        private final List<Move> over = new ArrayList<>();
        private final List<Move> otherDue = new ArrayList<>();
        private final List<Move> others = new ArrayList<>();
        private int open;
        private int moved;
        private int later;
        private int earlier;
        private int intoPast;
        private int noLongerOverdue;
        private int noLongerProvisional;

        Tally(Instant now, int shown) {
            this.now = now;
            this.shown = shown;
        }

        void count(TermMove move, String agency) {
            open++;
            if (!move.isReal()) {
                return;
            }
            moved++;
            Inquiry.Term before = move.before();
            Inquiry.Term after = move.after();
            later += after.due().isAfter(before.due()) ? 1 : 0;
            earlier += after.due().isBefore(before.due()) ? 1 : 0;
            boolean intoThePast = before.due().isAfter(now) && !after.due().isAfter(now);
            intoPast += intoThePast ? 1 : 0;
            noLongerOverdue += move.takesOverdueBack(now) ? 1 : 0;
            noLongerProvisional += before.provisional() && !after.provisional() ? 1 : 0;
            List<Move> moves = intoThePast ? over : after.due().equals(before.due()) ? others : otherDue;
            if (moves.size() < shown) {
                moves.add(new Move(
                        move.inquiry().number(),
                        agency,
                        before.due(),
                        after.due(),
                        before.maximum(),
                        after.maximum(),
                        intoThePast,
                        after.explanation()));
            }
        }

        Effect effect() {
            List<Move> moves = Stream.of(over, otherDue, others)
                    .flatMap(List::stream)
                    .limit(shown)
                    .toList();
            return new Effect(open, moved, later, earlier, intoPast, noLongerOverdue, noLongerProvisional, moves);
        }
    }
}
