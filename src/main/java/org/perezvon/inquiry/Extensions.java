package org.perezvon.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** More time for the agency, by a letter with reasons, up to the five working days (I-10.3). */
@Component
@Transactional
class Extensions {

    private static final Logger log = LoggerFactory.getLogger(Extensions.class);

    private final InquiryStore store;
    private final ReplyStore replies;
    private final ResolutionStore resolutions;
    private final ExtensionPolicy policy;
    private final TermPolicy terms;
    private final InquiryClock inquiryClock;
    private final InquiryPost post;
    private final Clock clock;

    Extensions(
            InquiryStore store,
            ReplyStore replies,
            ResolutionStore resolutions,
            ExtensionPolicy policy,
            TermPolicy terms,
            InquiryClock inquiryClock,
            InquiryPost post,
            Clock clock) {
        this.store = store;
        this.replies = replies;
        this.resolutions = resolutions;
        this.policy = policy;
        this.terms = terms;
        this.inquiryClock = inquiryClock;
        this.post = post;
        this.clock = clock;
    }

    /** @param extended the new deadline, when more time is given */
    record Outcome(long resolution, Optional<Inquiry.Term> extended) {}

    /** Asks the table and puts its decision on file. */
    Outcome decide(InquiryId id, long mailId) {
        Inquiry inquiry = store.locked(id);
        Inquiry.Term term = inquiry.term().orElseThrow();
        Reply asked = replies.find(id, mailId).orElseThrow();
        terms.holdStill();
        Optional<LocalDate> until = terms.requested(post.agency(inquiry), term, asked.meaning());
        Optional<Inquiry.Term> wanted = until.map(day -> terms.extended(post.agency(inquiry), term, day));
        ExtensionPolicy.Decision decision = policy.decide(new ExtensionPolicy.Asked(
                post.agency(inquiry).jurisdiction(),
                asked.meaning().reason() != null,
                ExtensionPolicy.day(until, wanted, term, post.agency(inquiry).zone()),
                !asked.receivedAt().isAfter(term.due()),
                !term.due().isBefore(term.maximum()),
                resolutions.count(id, Resolution.Kind.EXTEND)));
        Optional<Inquiry.Term> granted =
                switch (decision.until()) {
                    case NOTHING -> Optional.empty();
                    case ASKED -> wanted.or(() -> Optional.of(toTheWall(inquiry, term)));
                    case WALL -> Optional.of(toTheWall(inquiry, term));
                };
        Resolution resolution = Resolution.of(decision.kind(), Resolution.BY_TABLE, clock.instant())
                .about(Optional.of(mailId))
                .saying(Optional.of(decision.words()))
                .standingOn(Optional.of(decision.clause()));
        long number = resolutions.add(
                id, granted.map(Inquiry.Term::due).map(resolution::until).orElse(resolution));
        log.info("Inquiry {}: more time is asked for: {}", inquiry.number(), decision.kind());
        return new Outcome(number, granted);
    }

    private Inquiry.Term toTheWall(Inquiry inquiry, Inquiry.Term term) {
        Agency agency = post.agency(inquiry);
        return terms.extended(agency, term, term.maximum().atZone(agency.zone()).toLocalDate());
    }

    /** The new term stands beside the old one, and the agency reads until when. */
    Inquiry.Term extend(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        Inquiry.Term before = inquiry.term().orElseThrow();
        Resolution decided = resolutions.get(id, resolution);
        Reply asked = replies.find(id, decided.mailId().orElseThrow()).orElseThrow();
        LocalDate day = decided.until()
                .orElseThrow()
                .atZone(post.agency(inquiry).zone())
                .toLocalDate();
        Inquiry.Term after = terms.extended(post.agency(inquiry), before, day);
        boolean inTime = !asked.receivedAt().isAfter(before.due());
        inquiryClock.set(inquiry, after, TermChange.Cause.EXTENSION, inTime);
        Map<String, Object> words = new HashMap<>();
        words.put("why", decided.note().orElse(""));
        LocalDate wanted = asked.meaning().requestedUntil();
        words.put("cut", wanted != null && wanted.isAfter(day));
        words.put("asked", wanted == null ? "" : InquiryLetters.day(wanted));
        post.answer(InquiryLetters.Purpose.EXTENDED, store.locked(id), decided.mailId(), words);
        log.info("Inquiry {} extended to {}", inquiry.number(), after.due());
        return after;
    }

    /** What is missing, or why there is no more time; the clock runs on. */
    void refuse(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        Resolution decided = resolutions.get(id, resolution);
        InquiryLetters.Purpose purpose = decided.kind() == Resolution.Kind.ASK_REASON
                ? InquiryLetters.Purpose.REASON_MISSING
                : InquiryLetters.Purpose.EXTENSION_REFUSED;
        post.answer(
                purpose, inquiry, decided.mailId(), Map.of("why", decided.note().orElse("")));
    }
}
