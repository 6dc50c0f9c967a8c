package org.perezvon.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.inquiry.Inquiry;
import org.perezvon.inquiry.InquiryId;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;

/** What a call-back needs before it is on record. Every fault is named at once, each beside its field. */
@Component
class CallPolicy {

    private static final int LONGEST_NOTE = 4000;
    private static final int LONGEST_TEXT = 20_000;
    private static final Duration LATEST = Duration.ofDays(30);

    private final Inquiries inquiries;
    private final Clock clock;

    CallPolicy(Inquiries inquiries, Clock clock) {
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** A call-back that may be recorded. */
    record Call(CallBack callBack, List<CallBacks.Return> returns, Opinion opinion) {}

    /** @throws InvalidInput with every fault found */
    Call check(RegistrationNumber number, CallEntry entered, String operator) {
        List<Problem> problems = new ArrayList<>();
        @Nullable CallBackOutcome outcome = outcome(entered, problems);
        Optional<Instant> next = next(entered, outcome, problems);
        Optional<String> note = text(entered.note(), "note", "Заметка длиннее", LONGEST_NOTE, problems);
        Optional<String> said = text(entered.said(), "said", "Сказанное длиннее", LONGEST_TEXT, problems);
        List<CallBacks.Return> returns = returns(number, entered, outcome, problems);
        Opinion opinion = opinion(entered.opinion(), problems);
        if (outcome == null || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Call(
                new CallBack(
                        clock.instant(),
                        operator,
                        outcome,
                        note,
                        next,
                        said,
                        Optional.ofNullable(entered.heard())
                                .map(heard ->
                                        heard.stream().filter(Objects::nonNull).toList())),
                returns,
                opinion);
    }

    private static @Nullable CallBackOutcome outcome(CallEntry entered, List<Problem> problems) {
        if (entered.outcome() == null || entered.outcome().isBlank()) {
            problems.add(new Problem("outcome", "Отметьте, чем закончился звонок"));
            return null;
        }
        try {
            return CallBackOutcome.parse(entered.outcome());
        } catch (IllegalArgumentException e) {
            problems.add(new Problem("outcome", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private Optional<Instant> next(CallEntry entered, @Nullable CallBackOutcome outcome, List<Problem> problems) {
        @Nullable Instant next = entered.nextAttemptAt();
        Instant now = clock.instant();
        if (outcome == CallBackOutcome.CALL_LATER && next == null) {
            problems.add(new Problem("nextAttemptAt", "Укажите, когда перезвонить: гражданин просил позвонить позже"));
        }
        if (next != null && next.isBefore(now)) {
            problems.add(new Problem("nextAttemptAt", "Это время уже прошло: укажите будущее"));
        }
        if (next != null && next.isAfter(now.plus(LATEST))) {
            problems.add(new Problem(
                    "nextAttemptAt", "Перезвонить нужно не позднее чем через " + LATEST.toDays() + " дней"));
        }
        return Optional.ofNullable(next);
    }

    private List<CallBacks.Return> returns(
            RegistrationNumber number, CallEntry entered, @Nullable CallBackOutcome outcome, List<Problem> problems) {
        List<CallEntry.ReturnEntry> named = entered.returned() == null
                ? List.of()
                : entered.returned().stream().filter(Objects::nonNull).toList();
        boolean mayReturn = outcome == CallBackOutcome.REACHED || outcome == CallBackOutcome.RETURNED;
        if (!named.isEmpty() && outcome != null && !mayReturn) {
            problems.add(
                    new Problem("returned", "Вернуть ответ можно, когда гражданин его услышал, или не звоня вовсе"));
        }
        if (named.isEmpty() && outcome == CallBackOutcome.RETURNED) {
            problems.add(new Problem("returned", "Отметьте, чей ответ вернуть"));
        }
        return named.stream()
                .map(entry -> answered(number, entry, problems))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CallBacks.Return> answered(
            RegistrationNumber number, CallEntry.ReturnEntry entry, List<Problem> problems) {
        Optional<Inquiry> leg = inquiries.ofQuestion(number).stream()
                .filter(known -> known.id().toString().equals(entry.inquiryId()))
                .findFirst();
        if (leg.filter(known -> known.state() == Inquiry.State.ANSWERED).isEmpty()) {
            problems.add(new Problem("returned", "Вернуть можно только ответ, который орган дал на этот вопрос"));
            return Optional.empty();
        }
        Optional<String> why = text(entry.why(), "returned", "Пояснение длиннее", LONGEST_NOTE, problems);
        if (why.isEmpty()) {
            problems.add(new Problem("returned", "Напишите органу, чего не хватает в ответе"));
        }
        InquiryId id = leg.get().id();
        return why.map(text -> new CallBacks.Return(id, text));
    }

    private static Opinion opinion(CallEntry.@Nullable OpinionEntry entered, List<Problem> problems) {
        if (entered == null) {
            return new Opinion(null, null, null, null);
        }
        return new Opinion(
                mark(entered.clear(), "opinion.clear", problems),
                mark(entered.quick(), "opinion.quick", problems),
                mark(entered.polite(), "opinion.polite", problems),
                text(entered.comment(), "opinion.comment", "Отзыв длиннее", LONGEST_NOTE, problems)
                        .orElse(null));
    }

    private static @Nullable Integer mark(@Nullable Integer mark, String field, List<Problem> problems) {
        if (mark != null && (mark < 1 || mark > 5)) {
            problems.add(new Problem(field, "Оценка — от 1 до 5"));
        }
        return mark;
    }

    private static Optional<String> text(
            @Nullable String entered, String field, String tooLong, int longest, List<Problem> problems) {
        Optional<String> text = Optional.ofNullable(entered).map(String::strip).filter(given -> !given.isEmpty());
        if (text.filter(given -> given.length() > longest).isPresent()) {
            problems.add(new Problem(field, tooLong + " " + longest + " знаков"));
        }
        return text;
    }
}
