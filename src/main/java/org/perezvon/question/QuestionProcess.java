package org.perezvon.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Handle;
import org.perezvon.kernel.RegistrationNumber;

/** The contract between {@code citizen-question.bpmn} and the code. Business key: the registration number. */
final class QuestionProcess {

    static final String KEY = "citizen-question";
    static final String CALL_BACK_TASK = "userTask_callBack";

    static final Handle<String> QUESTION_NUMBER = Handle.ofString("questionNumber");
    static final Handle<Boolean> ANSWER_FOUND = Handle.ofBoolean("answerFound");
    static final Handle<Long> CALL_BACK_ID = Handle.ofLong("callBackId");
    static final Handle<String> CALL_BACK_OUTCOME = Handle.ofString("callBackOutcome");
    static final Handle<Instant> NEXT_CALL_BACK_AT = Handle.ofInstant("nextCallBackAt");
    static final Handle<String> CALL_BACK_RESULT = Handle.ofString("callBackResult");

    private QuestionProcess() {}

    /** Which question a process is about. From the business key: whoever works on a task can change variables, not this. */
    static RegistrationNumber question(@Nullable String businessKey) {
        if (businessKey == null) {
            throw new IllegalArgumentException("Процесс начинается регистрацией звонка: в нём нет номера обращения");
        }
        return RegistrationNumber.parse(businessKey);
    }
}
