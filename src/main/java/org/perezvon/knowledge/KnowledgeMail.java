package org.perezvon.knowledge;

import java.util.Optional;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.LetterOutcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the mail room tells: news that came, answers to our letters, letters that could not be delivered. */
@Component
class KnowledgeMail {

    private final Drafts drafts;
    private final DraftReplies replies;
    private final ConfirmationReplies confirmations;

    KnowledgeMail(Drafts drafts, DraftReplies replies, ConfirmationReplies confirmations) {
        this.drafts = drafts;
        this.replies = replies;
        this.confirmations = confirmations;
    }

    @EventListener
    void on(IncomingMail mail) {
        if (mail instanceof IncomingMail.NewLetter letter) {
            drafts.begin(letter);
        } else if (mail instanceof IncomingMail.Reply reply) {
            Optional<Long> draft = DraftProcess.ofReference(reply.reference());
            draft.ifPresent(id -> replies.replied(id, reply));
            ConfirmationProcess.ofReference(reply.reference()).ifPresent(id -> confirmations.replied(id, reply));
        } else if (mail instanceof IncomingMail.Bounce bounce) {
            DraftProcess.ofReference(bounce.reference()).ifPresent(replies::undeliverable);
        }
    }

    @EventListener
    void on(LetterOutcome.Refused refused) {
        DraftProcess.ofReference(refused.reference()).ifPresent(replies::undeliverable);
    }
}
