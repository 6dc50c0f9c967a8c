package org.perezvon.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.RegistrationNumber;

/**
 * One request to one responsible person (запрос, I-6.3, I-7.1, I-10).
 *
 * @param questionNumber of the citizen's question, or of the information request, whose leg it is
 * @param leg 1..n among the inquiries of one question
 * @param responsible whom it was sent to; absent until it has been sent to somebody
 * @param term when the answer is due and why; absent until the letter has been received
 * @param incomingNumber under which the agency has registered it
 */
public record Inquiry(
        InquiryId id,
        RegistrationNumber questionNumber,
        int leg,
        String agencyCode,
        String text,
        Origin origin,
        State state,
        Optional<ResponsiblePerson> responsible,
        Optional<Term> term,
        Optional<String> incomingNumber) {

    /**
     * Why there is this inquiry.
     *
     * @param calledAt when the citizen called, or when the centre asked
     * @param plannedAt when it was decided on
     * @param neededAt since when our fifteen minutes run (I-10.1); later when an address has given the request back
     * @param insteadOf the inquiry whose agency named this one as the competent
     * @param askedBy who decided that it is needed; absent: the question's registration
     */
    public record Origin(
            RequestKind kind,
            Instant calledAt,
            Instant plannedAt,
            Instant neededAt,
            Optional<InquiryId> insteadOf,
            Optional<String> askedBy) {

        static Origin ofCall(Instant calledAt, Instant plannedAt) {
            return new Origin(
                    RequestKind.CITIZEN_QUESTION, calledAt, plannedAt, calledAt, Optional.empty(), Optional.empty());
        }
    }

    /** Where an inquiry stands. */
    public enum State {
        PLANNED,
        SENDING,
        WAITING,
        OVERDUE,
        ANSWERED,
        /** An operator has sent the answer back as none; the same clock runs on. */
        RETURNED,
        /** The agency says that it is not competent; a person decides while the clock runs. */
        REFUSED,
        /** Another agency was asked instead. */
        REDIRECTED,
        UNDELIVERABLE,
        UNANSWERED,
        /** Nobody needs the answer any more. */
        WITHDRAWN;

        /** Whether nothing more is expected of the agency. */
        public boolean isOver() {
            return this == ANSWERED || this == REDIRECTED || this == UNANSWERED || this == WITHDRAWN;
        }

        boolean waitsForAnswer() {
            return this == WAITING || this == OVERDUE;
        }

        boolean waitsForDispatch() {
            return this == PLANNED || this == SENDING;
        }

        private boolean takesAnswer() {
            return waitsForAnswer() || this == UNDELIVERABLE || this == REFUSED;
        }
    }

    /**
     * The legal term of the answer (I-10.2, I-10.3).
     *
     * @param target the internal, amber moment
     * @param maximum the five working days
     * @param reminder when the agency is reminded, in its working hours
     * @param provisional computed beyond the last decreed calendar
     * @param law the term it began under; a later edit of the table does not change it
     * @param edition the edition of calendars and hours it was computed with
     * @param extendedTo the day that was granted by a letter with reasons (I-10.3)
     */
    public record Term(
            Instant receivedAt,
            Instant due,
            Instant target,
            Instant maximum,
            Instant reminder,
            boolean provisional,
            String explanation,
            List<String> derivation,
            org.perezvon.worktime.Term law,
            long edition,
            Optional<LocalDate> extendedTo) {

        /** Whether nothing that anybody waits for has moved. */
        boolean endsLike(Term other) {
            return due.equals(other.due)
                    && target.equals(other.target)
                    && maximum.equals(other.maximum)
                    && reminder.equals(other.reminder)
                    && provisional == other.provisional;
        }
    }

    /** Whether an earlier request of it was received somewhere: it is on its way to another address. */
    boolean isSentAgain() {
        return state == State.SENDING && term.isPresent();
    }

    /** Whether an answer ends it, be it on the wait, while it is on its way again or while a person decides what to do. */
    boolean takesAnswer() {
        return state.takesAnswer() || isSentAgain();
    }

    /** As it is before its next letter has been received anywhere. */
    Inquiry withoutTerm() {
        return new Inquiry(
                id,
                questionNumber,
                leg,
                agencyCode,
                text,
                origin,
                state,
                responsible,
                Optional.empty(),
                incomingNumber);
    }

    /** As people quote it: {@code 2026-000123/1}. */
    public String number() {
        return questionNumber + "/" + leg;
    }

    public Instant calledAt() {
        return origin.calledAt();
    }
}
