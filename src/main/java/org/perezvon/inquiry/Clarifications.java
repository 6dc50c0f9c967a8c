package org.perezvon.inquiry;

import java.time.Instant;
import java.util.Map;
import org.perezvon.directory.Agency;
import org.perezvon.engine.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Our answers to what an agency asks us before it can answer. */
@Component
@Transactional
class Clarifications {

    private static final Logger log = LoggerFactory.getLogger(Clarifications.class);

    private final InquiryStore store;
    private final ResolutionStore resolutions;
    private final ClockPolicy clocks;
    private final TermPolicy terms;
    private final InquiryClock clock;
    private final InquiryPost post;
    private final Processes processes;

    Clarifications(
            InquiryStore store,
            ResolutionStore resolutions,
            ClockPolicy clocks,
            TermPolicy terms,
            InquiryClock clock,
            InquiryPost post,
            Processes processes) {
        this.store = store;
        this.resolutions = resolutions;
        this.clocks = clocks;
        this.terms = terms;
        this.clock = clock;
        this.post = post;
        this.processes = processes;
    }

    /** What an operator has written goes out below the agency's question. */
    void send(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        Resolution written = resolutions.get(id, resolution);
        post.answer(
                InquiryLetters.Purpose.CLARIFICATION,
                inquiry,
                written.mailId(),
                Map.of("answer", written.note().orElse("")));
    }

    /** The agency has what it asked for: where the table says so, its time begins now. */
    void received(InquiryId id, Instant at) {
        Inquiry inquiry = store.locked(id);
        Agency agency = post.agency(inquiry);
        if (!inquiry.state().waitsForAnswer()
                || !clocks.startsAnew(agency.jurisdiction(), ClockPolicy.Event.CLARIFIED)) {
            return;
        }
        terms.holdStill();
        Inquiry.Term anew = terms.term(agency, inquiry.origin().kind(), at);
        clock.set(inquiry, anew, TermChange.Cause.CLARIFICATION, false);
        processes.wake(id.toString(), InquiryProcess.TERM_MOVED, InquiryProcess.dates(anew));
        log.info("Inquiry {}: the clock starts anew, due {}", inquiry.number(), anew.due());
    }
}
