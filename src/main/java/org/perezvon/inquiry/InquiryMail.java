package org.perezvon.inquiry;

import java.util.List;
import java.util.Optional;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.LetterOutcome;
import org.perezvon.mail.MailTakenBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the mail room tells: letters that left or could not, mails that came. */
@Component
class InquiryMail {

    private final Inquiries inquiries;
    private final Triage triage;

    InquiryMail(Inquiries inquiries, Triage triage) {
        this.inquiries = inquiries;
        this.triage = triage;
    }

    @EventListener
    void on(LetterOutcome outcome) {
        if (!outcome.purpose().equals(InquiryLetters.Purpose.REQUEST.name())) {
            return;
        }
        InquiryId id = InquiryId.parse(outcome.reference());
        if (outcome instanceof LetterOutcome.Accepted accepted) {
            inquiries.accepted(id, accepted.at());
        } else if (outcome instanceof LetterOutcome.Refused refused) {
            inquiries.undeliverable(id, refused.reason());
        }
    }

    @EventListener
    void on(IncomingMail mail) {
        if (mail instanceof IncomingMail.Reply reply) {
            InquiryId id = InquiryId.parse(reply.reference());
            if (inquiries.replied(id, reply)) {
                triage.put(
                        reply.mailId(),
                        reply.reading().subject(),
                        reply.reading().kind().inRussian(),
                        List.of(id));
            }
        } else if (mail instanceof IncomingMail.Bounce bounce) {
            inquiries.undeliverable(InquiryId.parse(bounce.reference()), bounce.reason());
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

    @EventListener
    void on(MailTakenBack mail) {
        triage.takenBack(mail.mailId());
    }
}
