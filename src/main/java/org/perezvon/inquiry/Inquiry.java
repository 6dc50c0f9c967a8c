package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.RegistrationNumber;

/**
 * One request to one responsible person (запрос, I-6.3, I-10).
 *
 * @param leg 1..n among the inquiries of one question
 * @param responsible whom it was sent to; absent until it has been sent to somebody
 * @param term when the answer is due and why; absent until the letter has been received
 */
public record Inquiry(
        InquiryId id,
        RegistrationNumber questionNumber,
        int leg,
        String agencyCode,
        String text,
        Instant calledAt,
        State state,
        Optional<ResponsiblePerson> responsible,
        Optional<Term> term) {

    /** Where an inquiry stands. */
    public enum State {
        PLANNED,
        SENDING,
        WAITING,
        OVERDUE,
        ANSWERED,
        /** The answer was none: the agency is asked again, on the same clock. */
        RETURNED,
        UNDELIVERABLE,
        UNANSWERED,
        /** The citizen no longer needs an answer. */
        WITHDRAWN;

        /** Whether nothing more is waited for from the agency. */
        public boolean isOver() {
            return this == ANSWERED || this == UNANSWERED || this == WITHDRAWN;
        }

        boolean waitsForAnswer() {
            return this == WAITING || this == OVERDUE;
        }

        boolean waitsForDispatch() {
            return this == PLANNED || this == SENDING;
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
            long edition) {

        /** Whether nothing that anybody waits for has moved. */
        boolean endsLike(Term other) {
            return due.equals(other.due)
                    && target.equals(other.target)
                    && maximum.equals(other.maximum)
                    && reminder.equals(other.reminder)
                    && provisional == other.provisional;
        }
    }

    /** As people quote it: {@code 2026-000123/1}. */
    public String number() {
        return questionNumber + "/" + leg;
    }
}
