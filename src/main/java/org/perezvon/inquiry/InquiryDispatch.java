package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Recipient;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of a request to the agency: to whom it goes, whether it has arrived, who is next when it has not. */
@Component
@Transactional
class InquiryDispatch {

    private static final Logger log = LoggerFactory.getLogger(InquiryDispatch.class);

    private final InquiryStore store;
    private final DeliveryFailureStore failures;
    private final Directory directory;
    private final InquiryClock terms;
    private final InquiryPost post;
    private final Processes processes;
    private final Clock clock;

    InquiryDispatch(
            InquiryStore store,
            DeliveryFailureStore failures,
            Directory directory,
            InquiryClock terms,
            InquiryPost post,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.failures = failures;
        this.directory = directory;
        this.terms = terms;
        this.post = post;
        this.processes = processes;
        this.clock = clock;
    }

    /** To whom the request goes, as the diagram's first choice reads it. */
    enum Addressee {
        SOMEBODY,
        /** The agency has named nobody (I-3.1). */
        NOBODY,
        /** None of those it has named can be reached by mail. */
        UNREACHABLE,
        /** It lies there already: the agency's answer was sent back as none. */
        RETURNED
    }

    /**
     * @param dispatchDue until when the letter must have left (I-10.1)
     * @param term the term that runs on, where the answer was sent back
     */
    record Opening(Addressee addressee, Instant dispatchDue, Optional<Inquiry.Term> term) {}

    /**
     * Puts the request into the outbox, to the first of today's recipients who has not failed to take it (I-3.1, I-6.3).
     * Where an answer was sent back as none, nothing is sent: the same clock runs on.
     */
    Opening open(InquiryId id) {
        Inquiry inquiry = store.locked(id);
        Instant due = terms.dispatchDue(inquiry);
        if (inquiry.state() == Inquiry.State.RETURNED) {
            store.become(id, onTheClock(id));
            return new Opening(Addressee.RETURNED, due, inquiry.term());
        }
        List<Recipient> recipients = directory.recipients(inquiry.agencyCode());
        Set<String> failed = failures.addresses(id);
        Optional<Recipient> next = recipients.stream()
                .filter(recipient -> !failed.contains(recipient.email().value()))
                .findFirst();
        next.map(Recipient::person).ifPresent(person -> {
            store.sendingTo(id, person);
            post.write(
                    InquiryLetters.Purpose.requestOf(inquiry),
                    inquiry.withoutTerm(),
                    person,
                    Map.of("first", first(inquiry)));
        });
        Addressee addressee =
                next.isPresent() ? Addressee.SOMEBODY : recipients.isEmpty() ? Addressee.NOBODY : Addressee.UNREACHABLE;
        return new Opening(addressee, due, Optional.empty());
    }

    /** The number of the inquiry it stands for; empty when it stands for itself. */
    private String first(Inquiry inquiry) {
        return inquiry.origin()
                .insteadOf()
                .flatMap(store::find)
                .map(Inquiry::number)
                .orElse("");
    }

    /** The agency's server has taken the request: the legal clock starts (I-10.2). */
    void accepted(InquiryId id, Instant at) {
        Inquiry inquiry = store.locked(id);
        if (inquiry.state() == Inquiry.State.WITHDRAWN) {
            // It was on its way when nobody needed it any more.
            post.write(InquiryLetters.Purpose.WITHDRAWN, inquiry, Map.of());
        } else if (inquiry.state().waitsForDispatch()) {
            terms.start(inquiry, at);
            if (at.isAfter(terms.dispatchDue(inquiry))) {
                terms.dispatchedLate(id);
            }
        }
    }

    /**
     * A server has given a letter back. Where it was a later one, the request has been received and its clock goes on.
     *
     * @return whether a person should look at it, because nothing in the diagram does
     */
    boolean returned(InquiryId id, long report, List<EmailAddress> addresses, String reason) {
        if (post.isAboutLaterLetters(id, report)) {
            return !store.locked(id).state().isOver();
        }
        undeliverable(id, addresses, reason);
        return false;
    }

    /** The request cannot be delivered to an address: the next one is tried, then a person looks for another. */
    void undeliverable(InquiryId id, List<EmailAddress> addresses, String reason) {
        Inquiry inquiry = store.locked(id);
        Optional<EmailAddress> current = inquiry.responsible().map(person -> person.email());
        addresses.forEach(address -> failures.add(id, address, clock.instant(), reason));
        boolean about =
                addresses.isEmpty() || current.filter(addresses::contains).isPresent();
        if (!about || !(inquiry.state().waitsForDispatch() || inquiry.state().waitsForAnswer())) {
            log.info("Inquiry {}: a letter has not arrived, which changes nothing: {}", inquiry.number(), reason);
            return;
        }
        current.ifPresent(address -> failures.add(id, address, clock.instant(), reason));
        if (inquiry.state().waitsForAnswer()) {
            // It had left in time and was taken; our fifteen minutes for the next address run from its return.
            store.neededSince(id, clock.instant());
        }
        store.become(id, Inquiry.State.UNDELIVERABLE);
        post.takeBack(id, InquiryLetters.PRESSING);
        if (store.hasViolated(id, Violation.LATE_ANSWER)) {
            terms.withdraw(inquiry, List.of("Запрос не был получен: " + reason));
            processes.wake(id.toString(), InquiryProcess.NOT_LATE, Facts.none());
        }
        processes.wake(id.toString(), InquiryProcess.UNDELIVERABLE, Facts.none());
        log.info("Inquiry {} undeliverable: {}", inquiry.number(), reason);
    }

    /** Where an inquiry stands whose clock runs: late when it is on file so. */
    private Inquiry.State onTheClock(InquiryId id) {
        return store.hasViolated(id, Violation.LATE_ANSWER) ? Inquiry.State.OVERDUE : Inquiry.State.WAITING;
    }
}
