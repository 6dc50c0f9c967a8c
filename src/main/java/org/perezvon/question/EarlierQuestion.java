package org.perezvon.question;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;

/** What a question takes from the one it follows: nobody types the same citizen twice. */
@Component
class EarlierQuestion {

    private final QuestionStore store;

    EarlierQuestion(QuestionStore store) {
        this.store = store;
    }

    /** @param problems where it is put that there is no such question */
    QuestionController.NewQuestion completed(QuestionController.NewQuestion entered, List<Problem> problems) {
        if (entered.follows() == null) {
            return entered;
        }
        Optional<Question> earlier = number(entered.follows()).flatMap(store::find);
        if (earlier.isEmpty()) {
            problems.add(new Problem("follows", "Нет обращения с номером «" + entered.follows() + "»"));
            return entered;
        }
        Applicant applicant = store.applicant(earlier.get().id());
        return new QuestionController.NewQuestion(
                entered.line() == null ? earlier.get().line().number() : entered.line(),
                entered.calledAt(),
                isKnown(entered.caller())
                        ? entered.caller()
                        : new QuestionController.Caller(
                                applicant.name().orElse(null), applicant.phone().e164()),
                entered.text(),
                entered.agencies(),
                entered.answeredBy(),
                entered.callBack(),
                earlier.get().number().value());
    }

    private static boolean isKnown(QuestionController.@Nullable Caller caller) {
        return caller != null && caller.phone() != null && !caller.phone().isBlank();
    }

    private static Optional<RegistrationNumber> number(String text) {
        try {
            return Optional.of(RegistrationNumber.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
