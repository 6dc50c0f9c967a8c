package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.Conflict;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.mail.MailKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Inquiries to agencies, from the plan to the end. What agencies write back is read by {@link AgencyReplies}. */
@Component
@Transactional
public class Inquiries {

    private static final Logger log = LoggerFactory.getLogger(Inquiries.class);

    private final InquiryStore store;
    private final ReplyStore replies;
    private final ResolutionStore resolutions;
    private final DeliveryFailureStore failures;
    private final InquiryPost post;
    private final Processes processes;
    private final Clock clock;

    Inquiries(
            InquiryStore store,
            ReplyStore replies,
            ResolutionStore resolutions,
            DeliveryFailureStore failures,
            InquiryPost post,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.replies = replies;
        this.resolutions = resolutions;
        this.failures = failures;
        this.post = post;
        this.processes = processes;
        this.clock = clock;
    }

    /** One inquiry per competent agency, all at once (I-10.1). */
    public List<InquiryId> plan(RegistrationNumber number, List<String> agencies, String text, Instant calledAt) {
        List<InquiryId> planned = new ArrayList<>();
        for (String agency : agencies) {
            planned.add(plan(number, agency, text, Inquiry.Origin.ofCall(calledAt, clock.instant())));
        }
        return planned;
    }

    InquiryId plan(RegistrationNumber number, String agency, String text, Inquiry.Origin origin) {
        InquiryId id = InquiryId.fresh();
        store.holdLegs(number);
        store.add(id, number, agency, text, origin);
        return id;
    }

    /** A person or a table has decided how an inquiry goes on; who, when and why is kept. */
    long decided(InquiryId id, Resolution resolution) {
        if (resolution.kind() == Resolution.Kind.SEND_AGAIN) {
            failures.forget(id);
        }
        return resolutions.add(id, resolution);
    }

    /** A supervisor lets wait beyond the five working days, and the agency is told until when (I-10.3). */
    void waitOn(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        Resolution decided = resolutions.get(id, resolution);
        Instant until = decided.until().orElseThrow();
        store.waitUntil(id, until);
        post.write(
                InquiryLetters.Purpose.WAITING_ON,
                inquiry,
                Map.of(
                        "until",
                        InquiryLetters.moment(until, post.agency(inquiry).zone())));
    }

    /** Somebody has decided to wait no longer. */
    void closeUnanswered(InquiryId id) {
        Inquiry inquiry = store.locked(id);
        store.become(id, Inquiry.State.UNANSWERED);
        post.takeBack(id, InquiryLetters.PRESSING);
        // An agency that never received the request has not failed to answer it.
        inquiry.term()
                .filter(term -> inquiry.state() != Inquiry.State.UNDELIVERABLE)
                .ifPresent(term -> store.violated(
                        id, Violation.NO_ANSWER, clock.instant(), "Закрыт без ответа по решению руководителя"));
        log.info("Inquiry {} closed without an answer", inquiry.number());
    }

    /**
     * An operator sends an answer back as none: the agency is told in the same conversation, the same clock runs on, the
     * answer stays on file. Whoever calls starts the inquiry's process again.
     *
     * @param why for the agency, in Russian
     * @throws Conflict when there is no answer to send back
     */
    public void returnAnswer(InquiryId id, String operator, String why) {
        Inquiry inquiry = store.locked(id);
        if (inquiry.state() != Inquiry.State.ANSWERED) {
            throw new Conflict("По запросу " + inquiry.number() + " нет ответа, который можно вернуть органу");
        }
        Optional<Long> mail = replies.last(id, MailKind.ANSWER).map(Reply::mailId);
        store.become(id, Inquiry.State.RETURNED);
        resolutions.add(
                id,
                Resolution.of(Resolution.Kind.RETURN, operator, clock.instant())
                        .about(mail)
                        .saying(Optional.of(why)));
        post.answer(InquiryLetters.Purpose.ANSWER_RETURNED, inquiry, mail, Map.of("why", why));
        log.info("Inquiry {}: the answer is sent back", inquiry.number());
    }

    /** The citizen needs no answer any more: every open inquiry of the question ends, agencies that have it are told. */
    public void withdraw(RegistrationNumber number, String who, String why) {
        // An inquiry to another agency first: the one it stands for ends with it.
        store.ofQuestion(number).stream()
                .sorted(Comparator.comparing(Inquiry::leg).reversed())
                .map(Inquiry::id)
                .forEach(id -> withdraw(id, who, why));
    }

    private void withdraw(InquiryId id, String who, String why) {
        if (store.locked(id).state().isOver()) {
            return;
        }
        Resolution resolution = Resolution.of(Resolution.Kind.WITHDRAW, who, clock.instant());
        resolutions.add(id, resolution.saying(Optional.of(why)));
        if (!processes.wake(id.toString(), InquiryProcess.WITHDRAWN, Facts.none())) {
            // A process that began before withdrawals were drawn: it ends as if answered.
            withdrawn(id);
            processes.wake(id.toString(), InquiryProcess.ANSWERED, Facts.none());
        }
    }

    /** Tells the agency, if it has the request, that nobody needs the answer any more; what has not left does not leave. */
    void withdrawn(InquiryId id) {
        Inquiry inquiry = store.locked(id);
        boolean received = inquiry.term().isPresent()
                && !inquiry.state().waitsForDispatch()
                && inquiry.state() != Inquiry.State.UNDELIVERABLE;
        store.become(id, Inquiry.State.WITHDRAWN);
        post.takeBack(id, InquiryLetters.NO_LONGER_NEEDED);
        if (received) {
            post.write(InquiryLetters.Purpose.WITHDRAWN, inquiry, Map.of());
        }
        log.info("Inquiry {} withdrawn", inquiry.number());
    }

    @Transactional(readOnly = true)
    public List<Inquiry> ofQuestion(RegistrationNumber number) {
        return store.ofQuestion(number);
    }

    @Transactional(readOnly = true)
    Optional<Inquiry> find(InquiryId id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    List<Inquiry> numbered(String start, int limit) {
        return store.numbered(start, limit);
    }
}
