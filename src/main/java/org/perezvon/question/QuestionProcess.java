package org.perezvon.question;

import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Handle;
import org.perezvon.kernel.RegistrationNumber;

/** The contract between {@code citizen-question.bpmn} and the code. Business key: the registration number. */
final class QuestionProcess {

    static final String KEY = "citizen-question";
    static final String NEWS = "question.news";

    static final Handle<String> QUESTION_NUMBER = Handle.ofString("questionNumber");
    static final Handle<Boolean> ANSWER_FOUND = Handle.ofBoolean("answerFound");
    static final Handle<String> NEXT_STEP = Handle.ofString("nextStep");

    private QuestionProcess() {}

    /** Which question a process is about. From the business key: whoever works on a task can change variables, not this. */
    static RegistrationNumber question(@Nullable String businessKey) {
        if (businessKey == null) {
            throw new IllegalArgumentException("Процесс начинается регистрацией звонка: в нём нет номера обращения");
        }
        return RegistrationNumber.parse(businessKey);
    }
}
