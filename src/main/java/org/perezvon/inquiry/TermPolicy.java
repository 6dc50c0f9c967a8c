package org.perezvon.inquiry;

import java.time.Instant;
import org.perezvon.directory.Agency;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Deadline;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.Term;
import org.springframework.stereotype.Component;

/** When the agency's answer is due: clause I-10.2 on the agency's own calendar, hours and clock. */
@Component
class TermPolicy {

    private final Deadlines deadlines;
    private final InquirySettings settings;

    TermPolicy(Deadlines deadlines, InquirySettings settings) {
        this.deadlines = deadlines;
        this.settings = settings;
    }

    Inquiry.Term term(Agency agency, Instant receivedAt) {
        Deadline deadline = deadlines.of(Term.IRKUTSK_ANSWER, agency.body(), receivedAt);
        return new Inquiry.Term(
                receivedAt,
                deadline.due(),
                deadline.target(),
                deadline.maximum(),
                deadline.provisional(),
                deadline.explanation(),
                deadline.derivation());
    }

    /** When to remind: in the agency's working hours, so much working time before the answer is due. */
    Instant reminder(Agency agency, Instant receivedAt) {
        Body body = agency.body();
        return deadlines.reminder(deadlines.of(Term.IRKUTSK_ANSWER, body, receivedAt), body, settings.reminderLead());
    }

    Instant dispatchDue(Instant calledAt) {
        return calledAt.plus(settings.dispatchLimit());
    }
}
