package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Letter;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.springframework.stereotype.Component;

/** What we write to the agency of an inquiry, put into the outbox in the caller's transaction. */
@Component
class InquiryPost {

    private final InquiryLetters letters;
    private final Outbox outbox;
    private final Directory directory;
    private final TermPolicy terms;
    private final ReplyStore replies;
    private final ResolutionStore resolutions;
    private final DeliveryFailureStore failures;
    private final Clock clock;

    InquiryPost(
            InquiryLetters letters,
            Outbox outbox,
            Directory directory,
            TermPolicy terms,
            ReplyStore replies,
            ResolutionStore resolutions,
            DeliveryFailureStore failures,
            Clock clock) {
        this.letters = letters;
        this.outbox = outbox;
        this.directory = directory;
        this.terms = terms;
        this.replies = replies;
        this.resolutions = resolutions;
        this.failures = failures;
        this.clock = clock;
    }

    Agency agency(Inquiry inquiry) {
        return directory
                .agency(inquiry.agencyCode())
                .orElseThrow(() -> new IllegalStateException("Нет органа власти «" + inquiry.agencyCode() + "»"));
    }

    /** To whoever is given, at once; before the request has been received, with the deadline it would have now. */
    void write(InquiryLetters.Purpose purpose, Inquiry inquiry, ResponsiblePerson to, Map<String, ?> words) {
        outbox.put(letter(purpose, inquiry, to, words));
    }

    /** To everybody who has the request; nobody when it has not gone yet. */
    void write(InquiryLetters.Purpose purpose, Inquiry inquiry, Map<String, ?> words) {
        readers(inquiry).forEach(person -> write(purpose, inquiry, person, words));
    }

    /**
     * Below the mail it answers, to whoever of those who have the request has written it; to whom the request went first,
     * where it was somebody else.
     */
    void answer(InquiryLetters.Purpose purpose, Inquiry inquiry, Optional<Long> mail, Map<String, ?> words) {
        Optional<Reply> answered = mail.flatMap(id -> replies.find(inquiry.id(), id));
        answered.flatMap(reply -> readers(inquiry).stream()
                        .filter(person -> EmailAddress.from(reply.from())
                                .filter(person.email()::equals)
                                .isPresent())
                        .findFirst())
                .or(inquiry::responsible)
                .map(person -> letter(purpose, inquiry, person, words))
                .map(letter -> answered.map(reply -> below(reply, letter)).orElse(letter))
                .ifPresent(outbox::put);
    }

    /** To whom the request went, and the deputies who got it, too. */
    private List<ResponsiblePerson> readers(Inquiry inquiry) {
        Set<String> unreached = failures.addresses(inquiry.id());
        Map<EmailAddress, ResponsiblePerson> once = new LinkedHashMap<>();
        inquiry.responsible().ifPresent(person -> once.put(person.email(), person));
        resolutions.of(inquiry.id()).stream()
                .filter(resolution -> resolution.kind() == Resolution.Kind.ASK_DEPUTY)
                .flatMap(resolution -> resolution.addressee().stream())
                .filter(deputy -> !unreached.contains(deputy.email().value()))
                .forEach(deputy -> once.putIfAbsent(deputy.email(), deputy));
        return List.copyOf(once.values());
    }

    /** To everybody who has the request. */
    void press(InquiryLetters.Purpose purpose, Inquiry inquiry) {
        readers(inquiry).forEach(person -> press(purpose, inquiry, person));
    }

    /** A letter that presses for an answer waits until people are at work; the request itself never does (I-10.1). */
    void press(InquiryLetters.Purpose purpose, Inquiry inquiry, ResponsiblePerson to) {
        outbox.put(letter(purpose, inquiry, to, Map.of()), nextAtWork(inquiry, clock.instant()));
    }

    /** This moment when the agency is at work, otherwise its next beginning of work. */
    Instant nextAtWork(Inquiry inquiry, Instant moment) {
        return terms.nextAtWork(agency(inquiry), moment);
    }

    /** Nobody needs these letters any more, as far as they have not left. */
    void takeBack(InquiryId id, Set<String> purposes) {
        outbox.withdraw(id.toString(), purposes);
    }

    /** Whether a server's report is about letters only that came after the request: that one has been received. */
    boolean isAboutLaterLetters(InquiryId id, long report) {
        List<SentLetter> reported = outbox.about(id.toString()).stream()
                .filter(letter -> letter.reports().stream().anyMatch(known -> known.mailId() == report))
                .toList();
        return !reported.isEmpty()
                && reported.stream().noneMatch(letter -> InquiryLetters.CARRYING.contains(letter.purpose()));
    }

    /** Whether a reminder of the present deadline has been written already; one that has moved is reminded of again. */
    boolean isReminded(Inquiry inquiry) {
        return inquiry.term()
                .filter(term -> outbox.about(inquiry.id().toString()).stream()
                        .filter(letter -> letter.purpose().equals(InquiryLetters.Purpose.REMINDER.name()))
                        .filter(letter -> letter.state() != SentLetter.State.WITHDRAWN)
                        .anyMatch(letter -> !letter.notBefore().isBefore(term.reminder())))
                .isPresent();
    }

    private Letter letter(InquiryLetters.Purpose purpose, Inquiry inquiry, ResponsiblePerson to, Map<String, ?> words) {
        Agency agency = agency(inquiry);
        Inquiry.Term term = inquiry.term()
                .orElseGet(() -> terms.term(agency, inquiry.origin().kind(), clock.instant()));
        return letters.write(purpose, inquiry, agency, to, term, words);
    }

    private static Letter below(Reply reply, Letter letter) {
        String subject = reply.subject().strip();
        return new Letter(
                letter.reference(),
                letter.purpose(),
                letter.toName(),
                letter.to(),
                subject.isEmpty() ? letter.subject() : subject.matches("(?i)re:.*") ? subject : "Re: " + subject,
                letter.body(),
                letter.origin(),
                Optional.of(reply.mailId()));
    }
}
