package org.perezvon.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.springframework.stereotype.Component;

/** What an answer needs before it may be read out (I-2). Every fault is named at once, each beside its field. */
@Component
class PublicationPolicy {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_ANSWER = 10_000;
    private static final int LONGEST_SOURCE = 1000;

    private final Directory directory;
    private final KnowledgeBase knowledge;

    PublicationPolicy(Directory directory, KnowledgeBase knowledge) {
        this.directory = directory;
        this.knowledge = knowledge;
    }

    /** An answer that may be published. */
    record Publication(String agencyCode, String title, String answer, String source, Optional<LocalDate> validUntil) {}

    /** @throws InvalidInput with every fault found */
    Publication check(KnowledgeController.NewTemplate entered) {
        List<Problem> problems = new ArrayList<>();
        String agency = entered.agency() == null ? "" : entered.agency().strip();
        if (agency.isEmpty()) {
            problems.add(new Problem("agency", "Укажите код органа власти, который отвечает за этот ответ"));
        } else if (directory.agency(agency).isEmpty()) {
            problems.add(new Problem("agency", "Нет органа власти с кодом «" + agency + "»"));
        }
        String title =
                text(entered.title(), "title", "Укажите заголовок: вопрос, как его задают", LONGEST_TITLE, problems);
        String answer =
                text(entered.answer(), "answer", "Напишите ответ, который прочтёт оператор", LONGEST_ANSWER, problems);
        String source = text(
                entered.source(), "source", "Укажите источник: акт, приказ, письмо органа", LONGEST_SOURCE, problems);
        Optional<LocalDate> validUntil = validUntil(entered.validUntil(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Publication(agency, title, answer, source, validUntil);
    }

    private Optional<LocalDate> validUntil(@Nullable String entered, List<Problem> problems) {
        if (entered == null || entered.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate lastDay = LocalDate.parse(entered.strip());
            if (lastDay.isBefore(knowledge.today())) {
                problems.add(new Problem("validUntil", "Срок действия уже прошёл: " + entered.strip()));
            }
            return Optional.of(lastDay);
        } catch (DateTimeException e) {
            problems.add(new Problem("validUntil", "«" + entered + "» — не дата, нужно так: 2027-12-31"));
            return Optional.empty();
        }
    }

    private static String text(
            @Nullable String entered, String field, String whenMissing, int longest, List<Problem> problems) {
        String text = entered == null ? "" : entered.strip();
        if (text.isEmpty()) {
            problems.add(new Problem(field, whenMissing));
        } else if (text.length() > longest) {
            problems.add(new Problem(field, "Длиннее " + longest + " знаков"));
        }
        return text;
    }
}
