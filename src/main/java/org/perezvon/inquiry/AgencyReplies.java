package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.Meaning;
import org.perezvon.mail.NotYet;
import org.perezvon.mail.SenderVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agencies write back. Each kind wakes its own event in the diagram; what nobody waits for is kept all the same. */
@Component
@Transactional
class AgencyReplies {

    private static final Logger log = LoggerFactory.getLogger(AgencyReplies.class);

    /** What the wait for the answer listens to. */
    private static final Set<MailKind> LISTENED_TO = EnumSet.of(
            MailKind.ANSWER, MailKind.EXTENSION, MailKind.CLARIFICATION, MailKind.REFUSAL, MailKind.AUTO_REPLY);

    private final InquiryStore store;
    private final ReplyStore replies;
    private final InquiryClock terms;
    private final InquiryPost post;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgencyReplies(
            InquiryStore store,
            ReplyStore replies,
            InquiryClock terms,
            InquiryPost post,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.replies = replies;
        this.terms = terms;
        this.post = post;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An agency has written. Only an answer stops the clock.
     *
     * @return whether a person should look at it, because nothing in the diagram does
     * @throws NotYet when our own record of the sending is not finished; the mail is tried again
     */
    boolean replied(InquiryId id, IncomingMail.Reply mail) {
        Inquiry inquiry = store.locked(id);
        boolean firstOnItsWay = inquiry.state().waitsForDispatch() && !inquiry.isSentAgain();
        if (firstOnItsWay || inquiry.state() == Inquiry.State.RETURNED) {
            throw new NotYet("Запрос " + inquiry.number() + " ещё не отмечен как отправленный");
        }
        boolean readOnceMore = replies.knows(mail.mailId());
        MailKind kind = mail.reading().kind();
        record(
                inquiry,
                mail.mailId(),
                mail.receivedAt(),
                mail.reading(),
                kind,
                mail.reading().meaning(),
                mail.sender());
        if (inquiry.isSentAgain() && kind != MailKind.ANSWER && isHeard(inquiry, mail.receivedAt(), kind)) {
            return false;
        }
        return !readOnceMore ? !taken(inquiry, mail.mailId(), mail.receivedAt(), kind) : kind.needsPerson();
    }

    /**
     * A person has said what a mail is, and goes on from there as if it had been understood at once.
     *
     * @param meaning what they have read in it; nothing for an answer
     */
    void saidToBe(MailKind kind, Meaning meaning, InquiryId id, long mailId, Instant receivedAt, MailReading reading) {
        Inquiry inquiry = store.locked(id);
        record(inquiry, mailId, receivedAt, reading, kind, meaning, SenderVerdict.NOBODY_CHECKS);
        taken(inquiry, mailId, receivedAt, kind);
    }

    /** A person who works on a task about this mail has seen that it is the answer. */
    void isTheAnswer(InquiryId id, long mailId) {
        Inquiry inquiry = store.locked(id);
        Reply reply = replies.find(id, mailId)
                .orElseThrow(() -> new IllegalArgumentException("К этому запросу такого письма нет: " + mailId));
        replies.become(mailId, MailKind.ANSWER);
        answered(inquiry, mailId, reply.receivedAt());
    }

    /** The mail a task about such a mail is about, when nobody says which. */
    @Transactional(readOnly = true)
    Optional<Long> last(InquiryId id, MailKind kind) {
        return replies.last(id, kind).map(Reply::mailId);
    }

    /** What came while the request was on its way to another address is taken up where the wait begins. */
    void catchUp(InquiryId id) {
        Inquiry inquiry = store.locked(id);
        if (inquiry.state().waitsForAnswer()) {
            replies.of(id).stream()
                    .filter(reply -> isHeard(inquiry, reply.receivedAt(), reply.kind()))
                    .filter(reply -> !processes.isRunning(TriageProcess.businessKey(reply.mailId())))
                    .sorted(Comparator.comparing(reply -> reply.kind() != MailKind.ANSWER))
                    .forEach(reply -> taken(store.locked(id), reply.mailId(), reply.receivedAt(), reply.kind()));
        }
    }

    /** Whether it says something new about the request on its way, which is heard when that has been received. */
    private static boolean isHeard(Inquiry inquiry, Instant receivedAt, MailKind kind) {
        return LISTENED_TO.contains(kind)
                && !receivedAt.isBefore(inquiry.origin().neededAt());
    }

    private void record(
            Inquiry inquiry,
            long mailId,
            Instant receivedAt,
            MailReading reading,
            MailKind kind,
            Meaning meaning,
            SenderVerdict sender) {
        replies.add(inquiry.id(), mailId, receivedAt, reading, kind, meaning, sender);
        Optional.ofNullable(meaning.incomingNumber()).ifPresent(number -> store.registeredAs(inquiry.id(), number));
        log.info("Inquiry {}: {} in mail {}", inquiry.number(), kind, mailId);
    }

    /** @return whether somebody or something has taken care of it */
    private boolean taken(Inquiry inquiry, long mailId, Instant receivedAt, MailKind kind) {
        return switch (kind) {
            case ANSWER -> answered(inquiry, mailId, receivedAt);
            case EXTENSION -> saidBefore(mailId) || extensionAsked(inquiry, mailId);
            case CLARIFICATION -> saidBefore(mailId) || wakes(inquiry, InquiryProcess.CLARIFICATION_ASKED, mailId);
            case REFUSAL -> refused(inquiry, mailId);
            case AUTO_REPLY -> saidBefore(mailId) || absent(inquiry, mailId);
            case ACKNOWLEDGEMENT, BOUNCE, DELAY, RECEIPT -> true;
            case KNOWLEDGE_UPDATE, OTHER -> false;
        };
    }

    private boolean answered(Inquiry inquiry, long mailId, Instant receivedAt) {
        if (!inquiry.takesAnswer()) {
            if (!saidBefore(mailId) && inquiry.state().isOver()) {
                events.publishEvent(new LateAnswer(inquiry.questionNumber(), inquiry.id(), mailId));
            }
            return true;
        }
        String process = inquiry.id().toString();
        if (processes.wake(process, InquiryProcess.ANSWERED, Facts.none())
                || processes.wake(process, InquiryProcess.ANSWERED_MEANWHILE, Facts.none())) {
            store.answered(inquiry.id(), clock.instant());
            post.takeBack(inquiry.id(), InquiryLetters.ANSWERED);
            terms.answered(inquiry, receivedAt);
        }
        return true;
    }

    /** Who asks for time without a reason may have given one that was not understood: a person reads it, too. */
    private boolean extensionAsked(Inquiry inquiry, long mailId) {
        boolean woken = wakes(inquiry, InquiryProcess.EXTENSION_ASKED, mailId);
        if (woken && inquiry.state() == Inquiry.State.OVERDUE) {
            // Asked in time and read too late: whoever urges the agency because of the old deadline need not any more.
            store.find(inquiry.id())
                    .filter(now -> now.state() == Inquiry.State.WAITING)
                    .ifPresent(now -> processes.wake(now.id().toString(), InquiryProcess.NOT_LATE, Facts.none()));
        }
        return woken
                && replies.find(inquiry.id(), mailId)
                        .filter(reply -> reply.meaning().reason() != null)
                        .isPresent();
    }

    private boolean refused(Inquiry inquiry, long mailId) {
        boolean woken = wakes(inquiry, InquiryProcess.REFUSED, mailId);
        if (woken) {
            store.become(inquiry.id(), Inquiry.State.REFUSED);
        }
        return woken;
    }

    /** The same words sent again, by a person to be sure or by a program to each of our letters, change nothing more. */
    private boolean saidBefore(long mailId) {
        return !replies.isNews(mailId);
    }

    /** Whoever is away and names nobody changes nothing. */
    private boolean absent(Inquiry inquiry, long mailId) {
        replies.find(inquiry.id(), mailId)
                .filter(reply -> reply.meaning().deputy() != null)
                .ifPresent(reply -> wakes(inquiry, InquiryProcess.ABSENT, mailId));
        return true;
    }

    private boolean wakes(Inquiry inquiry, String message, long mailId) {
        return processes.wake(inquiry.id().toString(), message, Facts.of(InquiryProcess.MAIL_ID, mailId));
    }
}
