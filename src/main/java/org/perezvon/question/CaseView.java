package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.inquiry.InquiryView;

/** A case as whoever only looks into it reads it: everything but who called. */
record CaseView(
        String number,
        String line,
        Instant calledAt,
        String text,
        QuestionView.State state,
        @Nullable String outcome,
        String registeredBy,
        List<InquiryView> inquiries,
        QuestionView.@Nullable WithdrawalView withdrawal,
        @Nullable String follows,
        List<String> followedBy) {

    static CaseView of(QuestionView question) {
        Question.@Nullable Outcome outcome = question.outcome();
        return new CaseView(
                question.number(),
                question.line(),
                question.calledAt(),
                question.text(),
                question.state(),
                outcome == null ? null : outcome.inRussian(),
                question.registeredBy(),
                question.inquiries(),
                question.withdrawal(),
                question.follows(),
                question.followedBy());
    }
}
