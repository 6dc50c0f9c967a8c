package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.inquiry.InquiryView;

/** A question with everything that happened to it, as programs and forms read it. */
record QuestionView(
        String number,
        String line,
        Instant calledAt,
        String text,
        CallerView caller,
        State state,
        Question.@Nullable Outcome outcome,
        String registeredBy,
        @Nullable AnswerGiven answerGiven,
        List<InquiryView> inquiries,
        PlanView callBack,
        List<CallBackView> callBacks,
        @Nullable WithdrawalView withdrawal,
        @Nullable String follows,
        List<String> followedBy) {

    /** Where the question stands, derived from its inquiries. */
    enum State {
        /** The operator tries to transfer the call (I-12). */
        TRANSFER,
        WAITING,
        CALL_BACK,
        CLOSED
    }

    record CallerView(@Nullable String name, String phone, String phoneForPeople) {}

    record AnswerGiven(long id, String title, String answer, int version) {}

    record CallBackView(
            Instant at,
            String operator,
            CallBackOutcome outcome,
            @Nullable String note,
            @Nullable Instant nextAttemptAt,
            @Nullable String said) {}

    /** @param zone where the citizen lives */
    record PlanView(CallBackPlan.Moment moment, @Nullable String lead, String zone) {}

    record WithdrawalView(Instant at, String by, @Nullable String why) {}
}
