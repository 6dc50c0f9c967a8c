package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Answered;
import org.perezvon.mail.DeliveryReport;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.SenderVerdict;
import org.perezvon.mail.SentLetter;

/** An inquiry with everything that happened to it, as programs and forms read it. */
public record InquiryView(
        String id,
        String number,
        String questionNumber,
        String text,
        AgencyView agency,
        Inquiry.State state,
        @Nullable PersonView responsible,
        List<LetterView> letters,
        @Nullable Instant receivedAt,
        @Nullable Instant due,
        @Nullable Instant target,
        @Nullable Instant maximum,
        boolean provisional,
        @Nullable String explanation,
        List<String> derivation,
        List<TermChangeView> termChanges,
        List<ReplyView> replies,
        RequestKind kind,
        @Nullable String incomingNumber,
        @Nullable String insteadOf,
        List<DecisionView> decisions) {

    /**
     * What a person or a table has decided about it.
     *
     * @param words the kind of decision, in Russian
     * @param until how long to wait, or until when the term was extended
     */
    public record DecisionView(
            Instant at,
            String decision,
            String words,
            String by,
            @Nullable String note,
            @Nullable Instant until,
            @Nullable String clause) {

        static DecisionView of(Resolution resolution) {
            return new DecisionView(
                    resolution.at(),
                    resolution.kind().name(),
                    resolution.kind().inRussian(),
                    resolution.by(),
                    resolution.note().orElse(null),
                    resolution.until().orElse(null),
                    resolution.clause().orElse(null));
        }
    }

    /** A deadline that became another: with a calendar, by a letter with reasons, after a clarification. */
    public record TermChangeView(
            String cause,
            Instant at,
            Instant dueBefore,
            Instant dueAfter,
            Instant maximumBefore,
            Instant maximumAfter,
            List<String> derivationBefore,
            List<String> derivationAfter) {

        static TermChangeView of(TermChange change) {
            return new TermChangeView(
                    change.cause().name(),
                    change.changedAt(),
                    change.dueBefore(),
                    change.dueAfter(),
                    change.maximumBefore(),
                    change.maximumAfter(),
                    change.derivationBefore(),
                    change.derivationAfter());
        }
    }

    public record AgencyView(String code, String name, String shortName) {}

    public record PersonView(String name, String email) {}

    /**
     * @param notBefore when it may leave: a letter that presses waits for the agency's working hours
     * @param waitingBecause why it has not left though it might
     * @param server which server took it
     */
    public record LetterView(
            long id,
            String messageId,
            String purpose,
            String subject,
            String to,
            SentLetter.State state,
            int attempts,
            Instant notBefore,
            @Nullable String waitingBecause,
            @Nullable Instant sentAt,
            @Nullable String server,
            @Nullable String serverReply,
            @Nullable String lastError,
            List<DeliveryReport> reports) {}

    /**
     * @param answered the answers that stand between the lines they answer; empty unless there are such
     * @param sender what our mail server says of the sender
     * @param page the mail as a page that is safe to look at
     * @param answerInFile whether its text says no more than that the answer lies in a file
     * @param repeats how many times the same was sent again
     */
    public record ReplyView(
            long id,
            Instant receivedAt,
            String from,
            String subject,
            MailKind kind,
            String text,
            String quoted,
            String signature,
            String disclaimer,
            List<Answered> answered,
            SenderVerdict sender,
            String original,
            String page,
            List<FileView> attachments,
            boolean answerInFile,
            int repeats) {}
}
