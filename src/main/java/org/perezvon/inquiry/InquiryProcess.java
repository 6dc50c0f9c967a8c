package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Handle;
import org.perezvon.engine.Timers;

/** The contract between {@code agency-inquiry.bpmn} and the code: its key, messages and variables. Business key: inquiry id. */
final class InquiryProcess {

    static final String KEY = "agency-inquiry";

    static final String SENT = "inquiry.sent";
    static final String ANSWERED = "inquiry.answered";
    static final String UNDELIVERABLE = "inquiry.undeliverable";
    static final String TERM_MOVED = "inquiry.termMoved";
    static final String NOT_LATE = "inquiry.notLate";
    static final String EXTENSION_ASKED = "inquiry.extensionAsked";
    static final String CLARIFICATION_ASKED = "inquiry.clarificationAsked";
    static final String REFUSED = "inquiry.refused";
    static final String ABSENT = "inquiry.absent";
    static final String DEPUTY_NOT_REACHED = "inquiry.deputyNotReached";
    static final String ANSWERED_MEANWHILE = "inquiry.answeredMeanwhile";
    static final String WITHDRAWN = "inquiry.withdrawn";

    static final String REMINDER = "event_reminder";
    static final String OVERDUE = "event_overdue";
    static final String WALL = "event_fiveDayWall";

    static final Handle<Boolean> RESPONSIBLE_NAMED = Handle.ofBoolean("responsibleNamed");
    static final Handle<String> ADDRESSEE = Handle.ofString("addressee");
    static final Handle<Long> MAIL_ID = Handle.ofLong("mailId");
    static final Handle<Long> RESOLUTION = Handle.ofLong("resolutionId");
    static final Handle<Boolean> EXTENDED = Handle.ofBoolean("extended");
    static final Handle<Boolean> NEWLY_OVERDUE = Handle.ofBoolean("newlyOverdue");
    static final Handle<Boolean> DEPUTY_CONFIRMED = Handle.ofBoolean("deputyConfirmed");
    static final Handle<String> REFUSAL_DECISION = Handle.ofString("refusalDecision");
    static final Handle<Boolean> ALREADY_ASKED = Handle.ofBoolean("alreadyAsked");
    static final Handle<String> NEXT_INQUIRY = Handle.ofString("nextInquiryId");
    static final Handle<Boolean> WAIT_ON = Handle.ofBoolean("waitOn");
    static final Handle<Instant> WAIT_UNTIL = Handle.ofInstant("waitUntil");
    static final Handle<Boolean> TRY_AGAIN = Handle.ofBoolean("tryAgain");
    static final Handle<Instant> DISPATCH_DUE = Handle.ofInstant("dispatchDue");
    static final Handle<Instant> REMINDER_DUE = Handle.ofInstant("reminderDue");
    static final Handle<Instant> ANSWER_DUE = Handle.ofInstant("answerDue");
    static final Handle<Instant> MAXIMUM_DUE = Handle.ofInstant("maximumDue");

    private InquiryProcess() {}

    /** The dates a wait stands on. */
    static Facts dates(Inquiry.Term term) {
        return Facts.of(REMINDER_DUE, term.reminder())
                .and(ANSWER_DUE, term.due())
                .and(MAXIMUM_DUE, term.maximum());
    }

    /** Where the timers of a wait belong. */
    static List<Timers.Setting> timers(InquiryId id, Inquiry.Term term) {
        return List.of(
                new Timers.Setting(id.toString(), REMINDER, REMINDER_DUE, term.reminder()),
                new Timers.Setting(id.toString(), OVERDUE, ANSWER_DUE, term.due()),
                new Timers.Setting(id.toString(), WALL, MAXIMUM_DUE, term.maximum()));
    }

    /** Which inquiry a process is about. From the business key: whoever works on a task can change variables, not this. */
    static InquiryId inquiry(@Nullable String businessKey) {
        return InquiryId.parse(String.valueOf(businessKey));
    }
}
