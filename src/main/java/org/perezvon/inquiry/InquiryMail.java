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
    private final InquiryClock clock;
    private final Deputies deputies;
    private final Triage triage;

    InquiryMail(InquiryDispatch dispatch, AgencyReplies replies, InquiryClock clock, Deputies deputies, Triage triage) {
        this.dispatch = dispatch;
        this.replies = replies;
        this.clock = clock;
        this.deputies = deputies;
        this.triage = triage;
    }

    @EventListener
    void on(LetterOutcome outcome) {
        InquiryLetters.Purpose.named(outcome.purpose()).ifPresent(purpose -> {
            InquiryId id = InquiryId.parse(outcome.reference());
            if (outcome instanceof LetterOutcome.Accepted accepted) {
                accepted(id, purpose, accepted);
            } else if (outcome instanceof LetterOutcome.Refused refused) {
                refused(id, purpose, refused);
            }
        });
    }

    private void accepted(InquiryId id, InquiryLetters.Purpose purpose, LetterOutcome.Accepted letter) {
        switch (purpose) {
            case REQUEST, INFORMATION -> {
                dispatch.accepted(id, letter.at());
                replies.catchUp(id);
            }
            case CLARIFICATION -> clock.reached(id, ClockPolicy.Event.CLARIFIED, letter.at());
            case DEPUTY -> clock.reached(id, ClockPolicy.Event.DEPUTY_ASKED, letter.at());
            default -> {}
        }
    }

    /** An address that takes no words of ours any more is one from which no answer is to be expected. */
    private void refused(InquiryId id, InquiryLetters.Purpose purpose, LetterOutcome.Refused letter) {
        List<EmailAddress> to = List.of(EmailAddress.of(letter.to()));
        switch (purpose) {
            case DEPUTY -> deputies.notReached(id, to, letter.reason());
            case REQUEST, INFORMATION, CLARIFICATION, INSISTED, ANSWER_RETURNED ->
                dispatch.undeliverable(id, to, letter.reason());
            default -> {}
        }
    }

    @EventListener
    void on(IncomingMail mail) {
        if (mail instanceof IncomingMail.Reply reply) {
            InquiryId.from(reply.reference()).ifPresent(id -> on(id, reply));
        } else if (mail instanceof IncomingMail.Bounce bounce) {
            InquiryId.from(bounce.reference()).ifPresent(id -> on(id, bounce));
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

    private void on(InquiryId id, IncomingMail.Bounce bounce) {
        deputies.notReached(id, bounce.recipients(), bounce.reason());
        if (dispatch.returned(id, bounce.mailId(), bounce.recipients(), bounce.reason())) {
            triage.put(bounce.mailId(), "", "Орган получил запрос, но наше письмо о нём вернулось", List.of(id));
        }
    }

    @EventListener
    void on(MailTakenBack mail) {
        triage.takenBack(mail.mailId());
    }
}
