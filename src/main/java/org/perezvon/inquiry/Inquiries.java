package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.NotYet;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SenderVerdict;
import org.perezvon.mail.SentLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Inquiries to agencies, from the plan to the answer. */
@Component
@Transactional
public class Inquiries {

    private static final Logger log = LoggerFactory.getLogger(Inquiries.class);

    private final InquiryStore store;
    private final ReplyStore replies;
    private final Directory directory;
    private final TermPolicy terms;
    private final InquiryLetters letters;
    private final Outbox outbox;
    private final Processes processes;
    private final Clock clock;

    Inquiries(
            InquiryStore store,
            ReplyStore replies,
            Directory directory,
            TermPolicy terms,
            InquiryLetters letters,
            Outbox outbox,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.replies = replies;
        this.directory = directory;
        this.terms = terms;
        this.letters = letters;
        this.outbox = outbox;
        this.processes = processes;
        this.clock = clock;
    }

    /** One inquiry per competent agency, all at once (I-10.1). */
    public List<InquiryId> plan(RegistrationNumber number, List<String> agencies, String text, Instant calledAt) {
        List<InquiryId> planned = new ArrayList<>();
        for (String agency : agencies) {
            InquiryId id = InquiryId.fresh();
            store.add(id, number, planned.size() + 1, agency, text, calledAt);
            planned.add(id);
        }
        return planned;
    }

    /** @param dispatchDue until when the letter must have left (I-10.1) */
    record Opening(boolean responsibleNamed, Instant dispatchDue) {}

    /** Puts the request to today's responsible person into the outbox, if the agency has one (I-3.1, I-6.3). */
    Opening open(InquiryId id) {
        Inquiry inquiry = locked(id);
        Agency agency = agency(inquiry);
        Optional<ResponsiblePerson> responsible = agency.responsible();
        responsible.ifPresent(person -> {
            store.sendingTo(id, person);
            outbox.put(letters.write(
                    InquiryLetters.Purpose.REQUEST, inquiry, agency, person, terms.term(agency, clock.instant())));
        });
        return new Opening(responsible.isPresent(), terms.dispatchDue(agency, inquiry.calledAt()));
    }

    /** The agency's server has taken the request: the legal clock starts (I-10.2). */
    void accepted(InquiryId id, Instant at) {
        Inquiry inquiry = locked(id);
        if (!inquiry.state().waitsForDispatch()) {
            return;
        }
        // The calendars stand still before the agency's hours are read, or a change of either could be overlooked.
        terms.holdStill();
        Agency agency = agency(inquiry);
        Inquiry.Term term = terms.term(agency, at);
        store.clockStarted(id, term);
        processes.wake(id.toString(), InquiryProcess.SENT, InquiryProcess.dates(term));
        log.info("Inquiry {} received by {}, due {}", inquiry.number(), inquiry.agencyCode(), term.due());
    }

    /** The request cannot be delivered: somebody must find another address. */
    void undeliverable(InquiryId id, String reason) {
        Inquiry inquiry = locked(id);
        if (inquiry.state().waitsForDispatch() || inquiry.state().waitsForAnswer()) {
            store.become(id, Inquiry.State.UNDELIVERABLE);
            noLongerPress(id);
            processes.wake(id.toString(), InquiryProcess.UNDELIVERABLE, Facts.none());
            log.info("Inquiry {} undeliverable: {}", inquiry.number(), reason);
        }
    }

    /**
     * An agency has written. Only an answer stops the clock; a late or second one is kept and wakes nobody.
     *
     * @return whether a person should look at it, because it is neither an answer nor a mere receipt
     * @throws NotYet when our own record of the sending is not finished; the mail is tried again
     */
    boolean replied(InquiryId id, IncomingMail.Reply mail) {
        Inquiry inquiry = locked(id);
        if (inquiry.state().waitsForDispatch()) {
            throw new NotYet("Запрос " + inquiry.number() + " ещё не отмечен как отправленный");
        }
        if (asksWithoutReason(inquiry, mail)) {
            askForReason(inquiry);
        }
        record(
                inquiry,
                mail.mailId(),
                mail.receivedAt(),
                mail.reading(),
                mail.reading().kind(),
                mail.sender());
        return mail.reading().kind().needsPerson();
    }

    /** More time is given for a reason only (I-10.3); a mail that is read once more is not written about again. */
    private boolean asksWithoutReason(Inquiry inquiry, IncomingMail.Reply mail) {
        return mail.reading().kind() == MailKind.EXTENSION
                && mail.reading().meaning().reason() == null
                && inquiry.state().waitsForAnswer()
                && !replies.knows(mail.mailId());
    }

    private void askForReason(Inquiry inquiry) {
        inquiry.responsible().ifPresent(person -> inquiry.term().ifPresent(term -> {
            outbox.put(letters.write(InquiryLetters.Purpose.REASON_MISSING, inquiry, agency(inquiry), person, term));
            log.info(
                    "Inquiry {}: more time is asked for without a reason, and the reason is asked for",
                    inquiry.number());
        }));
    }

    /** A person has decided that this mail is the answer. */
    void answeredBy(InquiryId id, long mailId, Instant receivedAt, MailReading reading) {
        record(locked(id), mailId, receivedAt, reading, MailKind.ANSWER, SenderVerdict.NOBODY_CHECKS);
    }

    private void record(
            Inquiry inquiry,
            long mailId,
            Instant receivedAt,
            MailReading reading,
            MailKind kind,
            SenderVerdict sender) {
        replies.add(inquiry.id(), mailId, receivedAt, reading, kind, sender);
        log.info("Inquiry {}: {} in mail {}", inquiry.number(), kind, mailId);
        boolean answersInTime = kind == MailKind.ANSWER && inquiry.state().waitsForAnswer();
        if (answersInTime && processes.wake(inquiry.id().toString(), InquiryProcess.ANSWERED, Facts.none())) {
            store.answered(inquiry.id(), clock.instant());
            noLongerPress(inquiry.id());
        }
    }

    /**
     * Reminds the responsible person in the agency's working hours that the term is running out. Where nobody is at work
     * before it ends, a reminder would come too late and is not written.
     */
    void remind(InquiryId id) {
        Inquiry inquiry = locked(id);
        if (inquiry.state() != Inquiry.State.WAITING || isReminded(inquiry)) {
            return;
        }
        Instant now = clock.instant();
        Instant atWork = terms.nextAtWork(agency(inquiry), now);
        boolean tooLate = inquiry.term()
                .filter(term -> atWork.isAfter(now) && !atWork.isBefore(term.due()))
                .isPresent();
        if (tooLate) {
            log.info("Inquiry {} not reminded: nobody is at work before {}", inquiry.number(), atWork);
        } else {
            press(InquiryLetters.Purpose.REMINDER, inquiry, atWork);
        }
    }

    /**
     * The term is over: a violation, and a letter that says so in the agency's working hours (I-5, I-10.2). The wait goes
     * on.
     */
    void overdue(InquiryId id) {
        Inquiry inquiry = locked(id);
        if (inquiry.state() == Inquiry.State.OVERDUE) {
            // The wait has begun anew, and the timer told again what is on record already.
            return;
        }
        store.become(id, Inquiry.State.OVERDUE);
        inquiry.term()
                .ifPresent(term ->
                        store.violated(id, Violation.LATE_ANSWER, term.due(), String.join("\n", term.derivation())));
        press(InquiryLetters.Purpose.OVERDUE, inquiry, terms.nextAtWork(agency(inquiry), clock.instant()));
        log.info("Inquiry {} overdue", inquiry.number());
    }

    /** Our own breach: the letter had not left within fifteen minutes of the call (I-10.1). */
    void dispatchedLate(InquiryId id) {
        Inquiry inquiry = locked(id);
        Instant due = terms.dispatchDue(agency(inquiry), inquiry.calledAt());
        store.violated(id, Violation.LATE_DISPATCH, due, "Звонок поступил в " + inquiry.calledAt());
        log.warn("Inquiry {} not dispatched within the limit", inquiry.number());
    }

    /** A supervisor has decided how an inquiry goes on; who, when and why is kept. */
    void decided(InquiryId id, String person, boolean tryAgain, Optional<String> note) {
        store.decided(id, person, tryAgain, note, clock.instant());
    }

    /** A supervisor has decided to wait no longer. */
    void closeUnanswered(InquiryId id) {
        Inquiry inquiry = locked(id);
        store.become(id, Inquiry.State.UNANSWERED);
        noLongerPress(id);
        // An agency that never received the request has not failed to answer it.
        inquiry.term()
                .ifPresent(term -> store.violated(
                        id, Violation.NO_ANSWER, clock.instant(), "Закрыт без ответа по решению руководителя"));
        log.info("Inquiry {} closed without an answer", inquiry.number());
    }

    /** The citizen says that this is no answer: the agency is asked again, on the same clock. */
    public void returnAnswer(InquiryId id, String operator, String why) {
        if (locked(id).state() == Inquiry.State.ANSWERED) {
            store.become(id, Inquiry.State.RETURNED);
        }
    }

    /** The citizen no longer needs an answer. */
    public void withdraw(RegistrationNumber number, String person, String why) {
        store.ofQuestion(number).stream()
                .map(leg -> locked(leg.id()))
                .filter(leg -> !leg.state().isOver())
                .forEach(leg -> store.become(leg.id(), Inquiry.State.WITHDRAWN));
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

    @Transactional(readOnly = true)
    List<Reply> replies(InquiryId id) {
        return replies.of(id);
    }

    /** A letter that presses for an answer waits until people are at work; the request itself never does (I-10.1). */
    private void press(InquiryLetters.Purpose purpose, Inquiry inquiry, Instant atWork) {
        inquiry.responsible().ifPresent(person -> inquiry.term()
                .ifPresent(term -> outbox.put(letters.write(purpose, inquiry, agency(inquiry), person, term), atWork)));
    }

    private void noLongerPress(InquiryId id) {
        outbox.withdraw(id.toString(), InquiryLetters.PRESSING);
    }

    private Inquiry locked(InquiryId id) {
        return store.lock(id).orElseThrow(() -> new IllegalArgumentException("Нет такого запроса: " + id));
    }

    /** Whether a reminder of the present deadline has been written already; one that has moved is reminded of again. */
    private boolean isReminded(Inquiry inquiry) {
        return inquiry.term()
                .filter(term -> outbox.about(inquiry.id().toString()).stream()
                        .filter(letter -> letter.purpose().equals(InquiryLetters.Purpose.REMINDER.name()))
                        .filter(letter -> letter.state() != SentLetter.State.WITHDRAWN)
                        .anyMatch(letter -> !letter.notBefore().isBefore(term.reminder())))
                .isPresent();
    }

    private Agency agency(Inquiry inquiry) {
        return directory
                .agency(inquiry.agencyCode())
                .orElseThrow(() -> new IllegalStateException("Нет органа власти «" + inquiry.agencyCode() + "»"));
    }
}
