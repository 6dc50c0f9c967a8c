package org.perezvon.inquiry;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.engine.Decisions;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Deadline;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.Term;
import org.perezvon.worktime.TermRow;
import org.springframework.stereotype.Component;

/** Which term the table gives, and when it ends on the agency's own calendar, hours and clock. */
@Component
class TermPolicy {

    private static final String TABLE = "inquiry-terms";

    private final Deadlines deadlines;
    private final Decisions decisions;

    TermPolicy(Deadlines deadlines, Decisions decisions) {
        this.deadlines = deadlines;
        this.decisions = decisions;
    }

    Inquiry.Term term(Agency agency, Instant receivedAt) {
        Deadline deadline = deadlines.of(legalTerm(agency, RequestKind.CITIZEN_QUESTION), agency.body(), receivedAt);
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
        Term term = legalTerm(agency, RequestKind.CITIZEN_QUESTION);
        return deadlines.reminder(deadlines.of(term, body, receivedAt), body);
    }

    /** When a letter that presses may reach the agency: this moment if it is at work, otherwise its next beginning of work. */
    Instant nextAtWork(Agency agency, Instant moment) {
        return deadlines.nextAtWork(agency.body(), moment);
    }

    Instant dispatchDue(Agency agency, Instant calledAt) {
        return deadlines
                .of(legalTerm(agency, RequestKind.DISPATCH), agency.body(), calledAt)
                .due();
    }

    private Term legalTerm(Agency agency, RequestKind kind) {
        String jurisdiction = agency.jurisdiction();
        Map<String, @Nullable Object> row = decisions
                .row(TABLE, Map.of("jurisdiction", jurisdiction, "kind", kind.word()))
                .orElseThrow(() -> new IllegalStateException(
                        "В таблице сроков нет строки для юрисдикции «%s» и вида обращения «%s»"
                                .formatted(jurisdiction, kind.word())));
        return new TermRow(row).toTerm();
    }
}
