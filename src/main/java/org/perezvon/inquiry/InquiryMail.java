package org.perezvon.inquiry;

import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.LetterOutcome;
import org.perezvon.mail.MailTakenBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the mail room tells: letters that left or could not, mails that came. */
@Component
class InquiryMail {

    private final InquiryDispatch dispatch;
    private final AgencyReplies replies;
    private final Clarifications clarifications;
    private final Triage triage;

    InquiryMail(InquiryDispatch dispatch, AgencyReplies replies, Clarifications clarifications, Triage triage) {
        this.dispatch = dispatch;
        this.replies = replies;
        this.clarifications = clarifications;
        this.triage = triage;
    }

    @EventListener
    void on(LetterOutcome outcome) {
        boolean request = InquiryLetters.Purpose.REQUESTS.contains(outcome.purpose());
        if (outcome instanceof LetterOutcome.Accepted accepted && request) {
            InquiryId id = InquiryId.parse(outcome.reference());
            dispatch.accepted(id, accepted.at());
            replies.catchUp(id);
        } else if (outcome instanceof LetterOutcome.Refused refused && request) {
            dispatch.undeliverable(
                    InquiryId.parse(outcome.reference()), List.of(EmailAddress.of(refused.to())), refused.reason());
        } else if (outcome instanceof LetterOutcome.Accepted accepted
                && outcome.purpose().equals(InquiryLetters.Purpose.CLARIFICATION.name())) {
            clarifications.received(InquiryId.parse(outcome.reference()), accepted.at());
        }
    }

    @EventListener
    void on(IncomingMail mail) {
        if (mail instanceof IncomingMail.Reply reply) {
            InquiryId.from(reply.reference()).ifPresent(id -> on(id, reply));
        } else if (mail instanceof IncomingMail.Bounce bounce) {
            InquiryId.from(bounce.reference())
                    .ifPresent(id -> dispatch.undeliverable(id, bounce.recipients(), bounce.reason()));
        } else if (mail instanceof IncomingMail.Unclear unclear) {
            triage.put(
                    unclear.mailId(),
                    unclear.subject(),
                    unclear.reason(),
                    unclear.guesses().stream()
                            .map(InquiryId::from)
                            .flatMap(Optional::stream)
                            .toList());
        }
    }

    private void on(InquiryId id, IncomingMail.Reply reply) {
        if (replies.replied(id, reply)) {
            triage.put(
                    reply.mailId(),
                    reply.reading().subject(),
                    reply.reading().kind().inRussian(),
                    List.of(id));
        }
    }

    @EventListener
    void on(MailTakenBack mail) {
        triage.takenBack(mail.mailId());
    }
}
