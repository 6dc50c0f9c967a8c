package org.perezvon.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.springframework.stereotype.Component;

/** What an item needs before it may be read out (I-2). Every fault is named at once, each beside its field. */
@Component
class PublicationPolicy {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_SOURCE = 1000;
    private static final int LONGEST_WHY = 1000;
    private static final int LONGEST_TOPIC = 100;
    private static final int MOST_TOPICS = 30;
    private static final int MOST_STEPS = 50;

    private final Directory directory;
    private final KnowledgeBase knowledge;

    PublicationPolicy(Directory directory, KnowledgeBase knowledge) {
        this.directory = directory;
        this.knowledge = knowledge;
    }

    /** What may be published, and why it is. */
    record Publication(Edition edition, String why) {}

    /** @throws InvalidInput with every fault found */
    Publication check(KnowledgeController.NewItem entered) {
        List<Problem> problems = new ArrayList<>();
        ItemKind kind = kind(entered.kind(), problems);
        String agency = agency(entered.agency(), problems);
        String title =
                text(entered.title(), "title", "Укажите заголовок: вопрос, как его задают", LONGEST_TITLE, problems);
        List<String> steps = listed(entered.steps(), "steps", "Шагов", MOST_STEPS, LONGEST_TEXT, problems);
        if (kind != ItemKind.SCRIPT && !steps.isEmpty()) {
            problems.add(new Problem("steps", "Шаги бывают только у сценария разговора"));
        }
        String answer = kind == ItemKind.SCRIPT && !steps.isEmpty() && entered.answer() == null
                ? ""
                : text(entered.answer(), "answer", "Напишите ответ, который прочтёт оператор", LONGEST_TEXT, problems);
        String source = text(
                entered.source(), "source", "Укажите источник: акт, приказ, письмо органа", LONGEST_SOURCE, problems);
        List<String> topics = listed(entered.topics(), "topics", "Тем", MOST_TOPICS, LONGEST_TOPIC, problems);
        Validity validity = validity(entered, problems);
        String why = entered.why() == null ? "" : entered.why().strip();
        if (why.length() > LONGEST_WHY) {
            problems.add(new Problem("why", "Длиннее " + LONGEST_WHY + " знаков"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Publication(new Edition(kind, agency, title, answer, steps, source, topics, validity), why);
    }

    /** @throws InvalidInput when nothing is said */
    String reason(String entered) {
        List<Problem> problems = new ArrayList<>();
        String reason = text(entered, "why", "Напишите, почему запись убирают", LONGEST_WHY, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return reason;
    }

    private static ItemKind kind(@Nullable String entered, List<Problem> problems) {
        if (entered == null || entered.isBlank()) {
            return ItemKind.TEMPLATE;
        }
        return Arrays.stream(ItemKind.values())
                .filter(kind -> kind.name().equals(entered.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(new Problem(
                            "kind",
                            "Нет такого вида записи: «" + entered + "». Есть: " + Arrays.toString(ItemKind.values())));
                    return ItemKind.TEMPLATE;
                });
    }

    private String agency(@Nullable String entered, List<Problem> problems) {
        String agency = entered == null ? "" : entered.strip();
        if (agency.isEmpty()) {
            problems.add(new Problem("agency", "Укажите код органа власти, который отвечает за эту запись"));
        } else if (directory.agency(agency).isEmpty()) {
            problems.add(new Problem("agency", "Нет органа власти с кодом «" + agency + "»"));
        }
        return agency;
    }

    private Validity validity(KnowledgeController.NewItem entered, List<Problem> problems) {
        Optional<LocalDate> from = day(entered.validFrom(), "validFrom", problems);
        Optional<LocalDate> until = day(entered.validUntil(), "validUntil", problems);
        if (until.isPresent() && until.get().isBefore(knowledge.today())) {
            problems.add(new Problem("validUntil", "Срок действия уже прошёл: " + until.get()));
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.add(new Problem("validFrom", "Начало действия позже его конца"));
            return Validity.ALWAYS;
        }
        return new Validity(from, until);
    }

    private static Optional<LocalDate> day(@Nullable String entered, String field, List<Problem> problems) {
        if (entered == null || entered.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(entered.strip()));
        } catch (DateTimeException e) {
            problems.add(new Problem(field, "«" + entered + "» — не дата, нужно так: 2027-12-31"));
            return Optional.empty();
        }
    }

    private static List<String> listed(
            @Nullable List<String> entered, String field, String what, int most, int longest, List<Problem> problems) {
        List<String> listed = entered == null
                ? List.of()
                : entered.stream()
                        .filter(each -> each != null && !each.isBlank())
                        .map(PublicationPolicy::readable)
                        .toList();
        if (listed.size() > most) {
            problems.add(new Problem(field, what + " больше " + most));
        }
        if (listed.stream().anyMatch(each -> each.length() > longest)) {
            problems.add(new Problem(field, "Что-то длиннее " + longest + " знаков"));
        }
        return listed;
    }

    private static String text(
            @Nullable String entered, String field, String whenMissing, int longest, List<Problem> problems) {
        String text = entered == null ? "" : readable(entered);
        if (text.isEmpty()) {
            problems.add(new Problem(field, whenMissing));
        } else if (text.length() > longest) {
            problems.add(new Problem(field, "Длиннее " + longest + " знаков"));
        }
        return text;
    }

    /** Without what no keyboard types and no database keeps: control characters other than line breaks and tabs. */
    private static String readable(String entered) {
        return entered.replaceAll("[\\p{Cntrl}&&[^\n\r\t]]", "").strip();
    }
}
