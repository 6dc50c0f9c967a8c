package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the clock of an inquiry brings: it starts, it warns, it is over, it is set anew. */
@Component
@Transactional
class InquiryClock {

    private static final Logger log = LoggerFactory.getLogger(InquiryClock.class);

    private final InquiryStore store;
    private final TermChangeStore changes;
    private final TermPolicy terms;
    private final ClockPolicy clocks;
    private final InquiryPost post;
    private final Processes processes;
    private final Clock clock;

    InquiryClock(
            InquiryStore store,
            TermChangeStore changes,
            TermPolicy terms,
            ClockPolicy clocks,
            InquiryPost post,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.terms = terms;
        this.clocks = clocks;
        this.post = post;
        this.processes = processes;
        this.clock = clock;
    }

    /** The agency's server has taken the request: the legal clock starts (I-10.2). */
    void start(Inquiry inquiry, Instant at) {
        // The calendars stand still before the agency's hours are read, or a change of either could be overlooked.
        terms.holdStill();
        Inquiry.Term term = terms.term(post.agency(inquiry), inquiry.origin().kind(), at);
        store.clockStarted(inquiry.id(), term);
        processes.wake(inquiry.id().toString(), InquiryProcess.SENT, InquiryProcess.dates(term));
        log.info("Inquiry {} received by {}, due {}", inquiry.number(), inquiry.agencyCode(), term.due());
    }

    /**
     * Another term stands from now on; both derivations are kept. An agency that was held to be late by the old one and is
     * not by the new one has violated nothing.
     *
     * @param excused whether what made the term another happened before the old one was over
     */
    void set(Inquiry inquiry, Inquiry.Term after, TermChange.Cause cause, boolean excused) {
        Inquiry.Term before = inquiry.term().orElseThrow();
        boolean wasLate = store.hasViolated(inquiry.id(), Violation.LATE_ANSWER);
        changes.record(inquiry.id(), before, after, cause, clock.instant());
        store.clockStarted(inquiry.id(), after);
        post.takeBack(inquiry.id(), InquiryLetters.PRESSING);
        if (wasLate && excused) {
            withdraw(inquiry, after.derivation());
        }
    }

    /** Something has reached the agency after which, where the table says so, its time begins now. */
    void reached(InquiryId id, ClockPolicy.Event event, Instant at) {
        Inquiry inquiry = store.locked(id);
        Agency agency = post.agency(inquiry);
        if (!inquiry.state().waitsForAnswer() || !clocks.startsAnew(agency.jurisdiction(), event)) {
            return;
        }
        terms.holdStill();
        Inquiry.Term anew = terms.term(agency, inquiry.origin().kind(), at);
        set(inquiry, anew, event.cause(), false);
        processes.wake(id.toString(), InquiryProcess.TERM_MOVED, InquiryProcess.dates(anew));
        log.info("Inquiry {}: the clock starts anew, due {}", inquiry.number(), anew.due());
    }

    /** The agency is not late after all: what showed it was written before the term was over. */
    void withdraw(Inquiry inquiry, List<String> why) {
        store.withdraw(inquiry.id(), Violation.LATE_ANSWER, clock.instant(), String.join("\n", why));
    }

    /**
     * Reminds the responsible person in the agency's working hours that the term is running out. Where nobody is at work
     * before it ends, a reminder would come too late and is not written.
     */
    void remind(InquiryId id) {
        Inquiry inquiry = store.locked(id);
        if (inquiry.state() != Inquiry.State.WAITING || post.isReminded(inquiry)) {
            return;
        }
        Instant now = clock.instant();
        Instant atWork = post.nextAtWork(inquiry, now);
        boolean tooLate =
                inquiry.term().filter(term -> !atWork.isBefore(term.due())).isPresent();
        if (tooLate) {
            log.info("Inquiry {} not reminded: its term is over before {}", inquiry.number(), atWork);
        } else {
            post.press(InquiryLetters.Purpose.REMINDER, inquiry);
        }
    }

    /**
     * The term is over: a violation, and letters that say so in the agency's working hours, to the responsible person and
     * to the agency's head (I-5, I-10.2). The wait goes on.
     *
     * @return whether this is news; a wait that has begun anew is told again what is on record already
     */
    boolean overdue(InquiryId id) {
        Inquiry inquiry = store.locked(id);
        boolean news = !store.hasViolated(id, Violation.LATE_ANSWER);
        if (inquiry.state() == Inquiry.State.OVERDUE && !news) {
            return false;
        }
        store.become(id, Inquiry.State.OVERDUE);
        inquiry.term().filter(term -> news).ifPresent(term -> {
            store.violated(id, Violation.LATE_ANSWER, term.due(), String.join("\n", term.derivation()));
            post.press(InquiryLetters.Purpose.OVERDUE, inquiry);
            post.agency(inquiry)
                    .particulars()
                    .head()
                    .map(head -> new ResponsiblePerson(head.name(), head.email(), Optional.empty()))
                    .ifPresent(head -> post.press(InquiryLetters.Purpose.OVERDUE_HEAD, inquiry, head));
        });
        log.info("Inquiry {} overdue", inquiry.number());
        return news;
    }

    /** No term reaches further: where it lasted until here, it is over now and not before (I-10.3). */
    void wall(InquiryId id) {
        if (!store.hasViolated(id, Violation.LATE_ANSWER)) {
            overdue(id);
        }
    }

    /**
     * The answer is here. Whether it is late is a matter of when it came, not of whether the timer or the mail was taken
     * first.
     */
    void answered(Inquiry inquiry, Instant receivedAt) {
        inquiry.term()
                .filter(term -> inquiry.state() != Inquiry.State.UNDELIVERABLE && !inquiry.isSentAgain())
                .ifPresent(term -> {
                    boolean late = receivedAt.isAfter(term.due());
                    if (late) {
                        store.violated(
                                inquiry.id(), Violation.LATE_ANSWER, term.due(), String.join("\n", term.derivation()));
                    } else if (store.hasViolated(inquiry.id(), Violation.LATE_ANSWER)) {
                        withdraw(inquiry, List.of("Ответ поступил до истечения срока, а разобран после него."));
                    }
                });
    }

    /** Our own breach: the letter had not left within fifteen minutes (I-10.1). */
    void dispatchedLate(InquiryId id) {
        Inquiry inquiry = store.locked(id);
        Instant due = dispatchDue(inquiry);
        store.violated(
                id,
                Violation.LATE_DISPATCH,
                due,
                terms.dispatchExplanation(post.agency(inquiry), inquiry.origin().neededAt()));
        log.warn("Inquiry {} not dispatched within the limit", inquiry.number());
    }

    /** Until when its letter must have left. */
    Instant dispatchDue(Inquiry inquiry) {
        return terms.dispatchDue(post.agency(inquiry), inquiry.origin().neededAt());
    }
}
