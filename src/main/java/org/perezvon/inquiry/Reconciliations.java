package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Processes;
import org.perezvon.engine.Timers;
import org.perezvon.engine.Timers.Timer;
import org.perezvon.engine.Timers.Waiting;
import org.perezvon.inquiry.Reconciliation.Finding;
import org.perezvon.inquiry.Reconciliation.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares every open inquiry's deadlines with the engine's timers, repairs what differs and keeps what was found. A timer
 * that is lost is a citizen who waits for ever.
 */
@Component
class Reconciliations {

    private static final Logger log = LoggerFactory.getLogger(Reconciliations.class);

    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** A timer this late does not fire by itself any more; an engine under load may be a few minutes behind. */
    private static final Duration MUCH_TOO_LATE = Duration.ofMinutes(10);

    private final ReconciliationStore store;
    private final Timers timers;
    private final Processes processes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconciliations(
            ReconciliationStore store,
            Timers timers,
            Processes processes,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.timers = timers;
        this.processes = processes;
        // Each page commits by itself, also when a process step asks: the run may take longer than a step should.
        this.transaction =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        this.transaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
        this.clock = clock;
    }

    /** Goes through all open inquiries; those that somebody is busy with just now have another night. */
    Reconciliation run() {
        long run = require(transaction.execute(status -> store.begin(clock.instant())));
        UUID after = BEFORE_ALL;
        while (after != null) {
            UUID last = after;
            after = transaction.execute(status -> page(run, last));
        }
        Reconciliation result = require(transaction.execute(status -> {
            store.end(run, clock.instant());
            return store.find(run, Integer.MAX_VALUE).orElseThrow();
        }));
        if (result.findings().isEmpty()) {
            log.info("Deadlines and timers of {} open inquiries agree", result.checked());
        } else {
            log.warn(
                    "Deadlines and timers: {} of {} open inquiries, {} findings, {} not repaired",
                    result.findings().stream().map(Finding::inquiry).distinct().count(),
                    result.checked(),
                    result.findings().size(),
                    result.findings().stream()
                            .filter(finding -> !finding.repaired())
                            .count());
        }
        return result;
    }

    List<Reconciliation> latest(int limit) {
        return require(transaction.execute(status -> store.latest(limit)));
    }

    Optional<Reconciliation> find(long run, int findings) {
        return require(transaction.execute(status -> store.find(run, findings)));
    }

    private @Nullable UUID page(long run, UUID after) {
        List<Inquiry> page = store.open(after, AT_ONCE);
        Map<String, Waiting> waiting = timers.waiting(
                page.stream().map(inquiry -> inquiry.id().toString()).toList());
        for (Inquiry inquiry : page) {
            Waiting process = waiting.get(inquiry.id().toString());
            compare(inquiry, process).forEach(finding -> store.found(run, finding));
        }
        store.checked(run, page.size());
        return page.isEmpty() ? null : page.get(page.size() - 1).id().value();
    }

    private List<Finding> compare(Inquiry inquiry, @Nullable Waiting process) {
        if (process == null) {
            return List.of(new Finding(inquiry.id(), "await_reply", Problem.NO_PROCESS, null, null, false));
        }
        // Where letters may still come back, too, the wait of the regulation stands; a supervisor's own does not.
        if (!process.messages().containsAll(Set.of(InquiryProcess.ANSWERED, InquiryProcess.UNDELIVERABLE))) {
            // Nobody waits for an answer: a supervisor is deciding, there is nothing to fire.
            return List.of();
        }
        Inquiry.Term term = inquiry.term().orElseThrow();
        List<Finding> findings = new ArrayList<>();
        boolean lost = false;
        for (Timers.Setting setting : InquiryProcess.timers(inquiry.id(), term)) {
            Optional<Timer> timer = process.timers().stream()
                    .filter(one -> one.element().equals(setting.element()))
                    .findFirst();
            if (timer.isPresent()) {
                findings.addAll(compare(inquiry, setting, timer.get()));
            } else if (mustStand(inquiry, setting)) {
                lost = true;
                findings.add(new Finding(inquiry.id(), setting.element(), Problem.NO_TIMER, setting.due(), null, true));
            }
        }
        if (lost) {
            waitAnew(inquiry, term);
        }
        return findings;
    }

    private List<Finding> compare(Inquiry inquiry, Timers.Setting setting, Timer timer) {
        List<Finding> findings = new ArrayList<>();
        if (!timer.due().equals(setting.due())) {
            timers.move(List.of(setting));
            findings.add(finding(inquiry, setting, timer, Problem.OTHER_MOMENT, true));
        }
        if (timer.retriesLeft() == 0) {
            timers.revive(timer);
            findings.add(finding(inquiry, setting, timer, Problem.GIVEN_UP, true));
        }
        if (timer.suspended()) {
            findings.add(finding(inquiry, setting, timer, Problem.SUSPENDED, false));
        } else if (timer.retriesLeft() > 0
                && timer.due().equals(setting.due())
                && setting.due().isBefore(clock.instant().minus(MUCH_TOO_LATE))) {
            findings.add(finding(inquiry, setting, timer, Problem.NOT_FIRED, false));
        }
        return findings;
    }

    /** A reminder that is not there has been sent; the term's end that is not there has been recorded. */
    private static boolean mustStand(Inquiry inquiry, Timers.Setting setting) {
        return switch (setting.element()) {
            case InquiryProcess.OVERDUE -> inquiry.state() == Inquiry.State.WAITING;
            case InquiryProcess.WALL -> true;
            default -> false;
        };
    }

    /** The wait begins again and makes its timers afresh. */
    private void waitAnew(Inquiry inquiry, Inquiry.Term term) {
        processes.wake(inquiry.id().toString(), InquiryProcess.TERM_MOVED, InquiryProcess.dates(term));
    }

    private static Finding finding(
            Inquiry inquiry, Timers.Setting setting, Timer timer, Problem problem, boolean repaired) {
        return new Finding(inquiry.id(), setting.element(), problem, setting.due(), timer.due(), repaired);
    }

    private static <T> T require(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
