package org.perezvon.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.kernel.PhoneNumber;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/** What a registration needs before it is one. Every fault is named at once, each beside its field. */
@Component
class RegistrationPolicy {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_AGENCIES = 20;
    private static final int LONGEST_KEY = 200;

    /** What lies longer in a notebook is no call any more. */
    private static final Duration OLDEST_CALL = Duration.ofDays(30);

    /** Clocks of two systems may differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Directory directory;
    private final KnowledgeBase knowledge;
    private final EarlierQuestion earlier;
    private final Clock clock;

    RegistrationPolicy(Directory directory, KnowledgeBase knowledge, EarlierQuestion earlier, Clock clock) {
        this.directory = directory;
        this.knowledge = knowledge;
        this.earlier = earlier;
        this.clock = clock;
    }

    /** @throws InvalidInput with every fault found */
    Registration check(QuestionController.NewQuestion told, String registeredBy, @Nullable String idempotencyKey) {
        List<Problem> problems = new ArrayList<>();
        QuestionController.NewQuestion entered = earlier.completed(told, problems);
        Line line = parsed(
                entered.line(), "line", "Укажите номер, на который позвонили: 122 или 117", Line::parse, problems);
        QuestionController.Caller caller = entered.caller();
        PhoneNumber phone = parsed(
                caller == null ? null : caller.phone(),
                "caller.phone",
                "Укажите телефон, по которому перезвонить",
                PhoneNumber::parse,
                problems);
        Optional<String> name =
                Optional.of(readable(caller == null ? null : caller.name())).filter(s -> !s.isEmpty());
        if (name.filter(text -> text.length() > LONGEST_NAME).isPresent()) {
            problems.add(new Problem("caller.name", "Имя длиннее " + LONGEST_NAME + " знаков"));
        }
        String text = readable(entered.text());
        if (text.isEmpty()) {
            problems.add(new Problem("text", "Запишите вопрос гражданина"));
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(new Problem("text", "Вопрос длиннее " + LONGEST_TEXT + " знаков: изложите его короче"));
        }
        Instant calledAt = entered.calledAt() == null ? clock.instant() : entered.calledAt();
        if (calledAt.isAfter(clock.instant().plus(SKEW))) {
            problems.add(new Problem("calledAt", "Время звонка ещё не наступило"));
        } else if (calledAt.isBefore(clock.instant().minus(OLDEST_CALL))) {
            problems.add(new Problem("calledAt", "Звонок поступил больше " + OLDEST_CALL.toDays() + " дней назад"));
        }
        if (idempotencyKey != null && idempotencyKey.length() > LONGEST_KEY) {
            problems.add(new Problem("Idempotency-Key", "Ключ длиннее " + LONGEST_KEY + " знаков"));
        }
        List<String> agencies = agencies(entered, problems);
        CallBackWish callBack = CallBackEntry.check(entered.callBack(), agencies, problems);
        if (line == null || phone == null || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Registration(
                line,
                calledAt,
                name,
                phone,
                text,
                agencies,
                Optional.ofNullable(entered.answeredBy()),
                callBack,
                Optional.ofNullable(entered.follows()).map(RegistrationNumber::parse),
                registeredBy,
                Optional.ofNullable(idempotencyKey).filter(key -> !key.isBlank()));
    }

    private List<String> agencies(QuestionController.NewQuestion entered, List<Problem> problems) {
        List<String> agencies = entered.agencies() == null
                ? List.of()
                : List.copyOf(new LinkedHashSet<>(
                        entered.agencies().stream().map(String::valueOf).toList()));
        for (String code : agencies) {
            if (directory.agency(code).isEmpty()) {
                problems.add(new Problem("agencies", "Нет органа власти с кодом «" + code + "»: выберите из списка"));
            }
        }
        if (agencies.size() > MOST_AGENCIES) {
            problems.add(new Problem("agencies", "Органов власти больше " + MOST_AGENCIES + ": оставьте компетентные"));
        }
        Long template = entered.answeredBy();
        if (template == null && agencies.isEmpty()) {
            problems.add(new Problem(
                    "agencies", "Выберите орган власти, которому направить вопрос, или шаблон, которым вы ответили"));
        }
        if (template != null && !agencies.isEmpty()) {
            problems.add(new Problem(
                    "answeredBy", "Вопрос либо отвечен шаблоном, либо направлен в орган власти: оставьте одно"));
        }
        if (template != null && knowledge.version(template).isEmpty()) {
            problems.add(new Problem("answeredBy", "Нет такого шаблона ответа: " + template));
        }
        return agencies;
    }

    /** Without what no keyboard types and no database keeps: control characters other than line breaks and tabs. */
    private static String readable(@Nullable String entered) {
        return entered == null
                ? ""
                : entered.replaceAll("[\\p{Cntrl}&&[^\n\r\t]]", "").strip();
    }

    private static <T> @Nullable T parsed(
            @Nullable String text,
            String field,
            String whenMissing,
            Function<String, T> parse,
            List<Problem> problems) {
        if (text == null || text.isBlank()) {
            problems.add(new Problem(field, whenMissing));
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(field, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
