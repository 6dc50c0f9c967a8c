package org.perezvon.inquiry;

import java.util.List;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the agencies have answered to a question: what a citizen may be told. */
@Component
@Transactional(readOnly = true)
public class Answers {

    private final AnswerStore store;

    Answers(AnswerStore store) {
        this.store = store;
    }

    /** In the order in which they came; nothing that repeats another, nothing that is no answer. */
    public List<Answer> toQuestion(RegistrationNumber number) {
        return store.toQuestion(number);
    }
}
