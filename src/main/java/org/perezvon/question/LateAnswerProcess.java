package org.perezvon.question;

import org.perezvon.engine.Handle;

/** The contract between {@code late-answer.bpmn} and the code. Business key: the registration number. */
final class LateAnswerProcess {

    static final String KEY = "late-answer";
    static final String JUDGE_TASK = "userTask_judgeLateAnswer";

    static final Handle<Boolean> STILL_USEFUL = Handle.ofBoolean("stillUseful");

    private LateAnswerProcess() {}
}
