package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.engine.Timers;
import org.perezvon.mail.Outbox;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.WorkingCalendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open inquiries whose deadlines were computed by calendars or hours that are no longer in force. Each is computed anew
 * under the term it began with; where the deadline moves, the row, the engine's timers and the record of both derivations
 * move in one transaction.
 */
@Component
@Transactional
class MovedTerms {

    private static final Logger log = LoggerFactory.getLogger(MovedTerms.class);

    private final TermChangeStore store;
    private final InquiryStore inquiries;
    private final Directory directory;
    private final WorkingCalendars calendars;
    private final Timers timers;
    private final Processes processes;
    private final Outbox outbox;
    private final Clock clock;

    MovedTerms(
            TermChangeStore store,
            InquiryStore inquiries,
            Directory directory,
            WorkingCalendars calendars,
            Timers timers,
            Processes processes,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.inquiries = inquiries;
        this.directory = directory;
        this.calendars = calendars;
        this.timers = timers;
        this.processes = processes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Computes some outdated inquiries anew; others may be at others at the same time, on this node or elsewhere.
     *
     * @return how many; 0 when none is outdated
     */
    int recompute(int limit) {
        Deadlines deadlines = calendars.inForce();
        Map<String, Agency> agencies =
                directory.agencies().stream().collect(Collectors.toMap(Agency::code, Function.identity()));
        List<Inquiry> outdated = store.claimOutdated(editions(deadlines, agencies), limit);
        List<TermMove> moved = new ArrayList<>();
        List<TermMove> unmoved = new ArrayList<>();
        for (Inquiry inquiry : outdated) {
            TermMove move = move(deadlines, agencies, inquiry);
            (move.isReal() ? moved : unmoved).add(move);
        }
        move(moved);
        leave(unmoved);
        return outdated.size();
    }

    /** How many open inquiries are still to be computed anew. */
    @Transactional(readOnly = true)
    public long outdated() {
        Map<String, Agency> agencies =
                directory.agencies().stream().collect(Collectors.toMap(Agency::code, Function.identity()));
        return store.countOutdated(editions(calendars.inForce(), agencies));
    }

    private void move(List<TermMove> moves) {
        if (moves.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        store.move(moves, now);
        timers.move(moves.stream()
                .flatMap(move -> InquiryProcess.timers(move.inquiry().id(), move.after()).stream())
                .toList());
        moves.stream().filter(TermMove::wasOverdue).forEach(move -> {
            if (move.takesOverdueBack(now)) {
                takeBack(move, now);
            } else {
                correct(move);
            }
        });
        log.info("{} deadlines moved with the calendars", moves.size());
    }

    /** The agency is late all the same, by another deadline. */
    private void correct(TermMove move) {
        inquiries.correct(
                move.inquiry().id(),
                Violation.LATE_ANSWER,
                move.after().due(),
                String.join("\n", move.after().derivation()));
    }

    /** The agency is not late after all: the violation is withdrawn, and the wait begins anew with fresh timers. */
    private void takeBack(TermMove move, Instant now) {
        Inquiry inquiry = move.inquiry();
        inquiries.become(inquiry.id(), Inquiry.State.WAITING);
        // What was written at night of a term that is not over need not reach anybody in the morning.
        outbox.withdraw(inquiry.id().toString(), InquiryLetters.PRESSING);
        inquiries.withdraw(
                inquiry.id(),
                Violation.LATE_ANSWER,
                now,
                String.join("\n", move.after().derivation()));
        boolean waits =
                processes.wake(inquiry.id().toString(), InquiryProcess.TERM_MOVED, InquiryProcess.dates(move.after()));
        processes.wake(inquiry.id().toString(), InquiryProcess.NOT_LATE, Facts.none());
        log.info("Inquiry {} is not overdue after all{}", inquiry.number(), waits ? "" : ", nothing waits for it");
    }

    private void leave(List<TermMove> unmoved) {
        if (!unmoved.isEmpty()) {
            store.leave(unmoved);
        }
    }

    private static TermMove move(Deadlines deadlines, Map<String, Agency> agencies, Inquiry inquiry) {
        Agency agency = agencies.get(inquiry.agencyCode());
        Inquiry.Term before = inquiry.term().orElseThrow();
        if (agency == null) {
            throw new IllegalStateException("An inquiry to no agency: " + inquiry.id());
        }
        return new TermMove(inquiry, before, TermPolicy.again(deadlines, agency, before));
    }

    private static Map<String, Long> editions(Deadlines deadlines, Map<String, Agency> agencies) {
        Map<String, Long> editions = new HashMap<>();
        agencies.forEach((code, agency) -> {
            try {
                deadlines.calendar(agency.body());
                editions.put(code, TermPolicy.edition(deadlines, agency));
            } catch (IllegalArgumentException e) {
                // One agency's calendar that is gone must not keep the others from being computed.
                log.error("Deadlines of agency {} cannot be computed: {}", code, e.getMessage());
            }
        });
        return editions;
    }
}
