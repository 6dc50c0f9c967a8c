package org.perezvon.question;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.inquiry.TimelineEntry;
import org.perezvon.inquiry.Timelines;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened in a case, from the first ring on, so that a prosecutor could read it. No name, no phone. */
@Component
@Transactional(readOnly = true)
class QuestionTimeline {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final QuestionStore questions;
    private final CallTransferStore transfers;
    private final Directory directory;
    private final CallBacks callBacks;
    private final LateAnswers lateAnswers;
    private final Timelines inquiries;
    private final Centre centre;

    QuestionTimeline(
            QuestionStore questions,
            CallTransferStore transfers,
            Directory directory,
            CallBacks callBacks,
            LateAnswers lateAnswers,
            Timelines inquiries,
            Centre centre) {
        this.questions = questions;
        this.transfers = transfers;
        this.directory = directory;
        this.callBacks = callBacks;
        this.lateAnswers = lateAnswers;
        this.inquiries = inquiries;
        this.centre = centre;
    }

    /** @param withWords whether the reader may see what was noted and said during calls */
    Optional<List<TimelineEntry>> of(RegistrationNumber number, boolean withWords) {
        return questions.find(number).map(question -> Stream.of(
                        registration(question),
                        transfer(question, withWords),
                        inquiries.ofQuestion(number).stream(),
                        rounds(question),
                        callBacks.of(question).stream().map(call -> attempt(call, withWords)),
                        late(question),
                        end(question))
                .flatMap(part -> part)
                .sorted(TimelineEntry.IN_TIME)
                .toList());
    }

    private Stream<TimelineEntry> registration(Question question) {
        List<TimelineEntry> entries = new ArrayList<>();
        entries.add(entry(
                question.calledAt(),
                "CALL",
                "Поступил звонок на " + question.line().number(),
                null));
        entries.add(entry(
                questions.registeredAt(question.id()),
                "REGISTERED",
                "Обращение зарегистрировано под номером " + question.number(),
                question.registeredBy(),
                question.text()));
        question.follows()
                .ifPresent(earlier -> entries.add(entry(
                        questions.registeredAt(question.id()),
                        "FOLLOWS",
                        "Новый вопрос того же гражданина, задан при ответе на обращение " + earlier,
                        question.registeredBy())));
        if (question.answeredBy().isPresent()) {
            entries.add(entry(
                    questions.registeredAt(question.id()),
                    "ANSWERED_AT_ONCE",
                    "Ответ дан сразу из информационной базы, шаблон № "
                            + question.answeredBy().get(),
                    question.registeredBy()));
        }
        return entries.stream();
    }

    private Stream<TimelineEntry> transfer(Question question, boolean withWords) {
        return transfers.find(question.id()).stream()
                .flatMap(transfer -> Stream.concat(
                        Stream.of(begun(transfer)),
                        transfer.settled().stream()
                                .map(end -> new TimelineEntry(
                                        end.at(),
                                        "TRANSFER_" + end.outcome(),
                                        "Перевод звонка: " + end.outcome().inRussian(),
                                        end.by(),
                                        null,
                                        end.note().filter(note -> withWords).stream()
                                                .toList()))));
    }

    private TimelineEntry begun(CallTransfer transfer) {
        String place =
                directory.agency(transfer.agencyCode()).map(Agency::shortName).orElse(transfer.agencyCode());
        return entry(
                transfer.begunAt(),
                "TRANSFER_BEGUN",
                "Звонок переводят: " + place + ", " + transfer.clause(),
                transfer.operator(),
                "Телефон: " + transfer.phone());
    }

    private Stream<TimelineEntry> rounds(Question question) {
        return callBacks.rounds(question).stream()
                .map(round -> entry(
                        round.openedAt(), "CALL_BACK_DUE", "Есть что сообщить: пора перезвонить гражданину", null));
    }

    private TimelineEntry attempt(CallBack call, boolean withWords) {
        List<String> details = new ArrayList<>();
        if (withWords) {
            call.said().ifPresent(said -> details.add("Сказано: " + said));
            call.note().ifPresent(note -> details.add("Заметка: " + note));
        }
        call.nextAttemptAt().ifPresent(at -> details.add("Следующая попытка: " + clock(at)));
        return new TimelineEntry(
                call.at(),
                "CALL_BACK_" + call.outcome(),
                "Обратный звонок: " + call.outcome().inRussian(),
                call.operator(),
                null,
                details);
    }

    private Stream<TimelineEntry> late(Question question) {
        return lateAnswers.of(question).stream()
                .flatMap(late -> Stream.concat(
                        Stream.of(entry(
                                late.arrivedAt(),
                                "LATE_ANSWER",
                                "Ответ пришёл, когда вопрос был уже закончен; сохранён",
                                null)),
                        late.decidedAt().stream()
                                .map(at -> new TimelineEntry(
                                        at,
                                        "LATE_ANSWER_JUDGED",
                                        late.useful().orElse(false)
                                                ? "Решено: поздний ответ гражданину ещё пригодится"
                                                : "Решено: поздний ответ гражданину уже не нужен",
                                        late.decidedBy().orElse(null),
                                        null,
                                        late.note().stream().toList()))));
    }

    private Stream<TimelineEntry> end(Question question) {
        return Stream.concat(
                questions.withdrawal(question.id()).stream()
                        .map(withdrawal -> new TimelineEntry(
                                withdrawal.at(),
                                "WITHDRAWN",
                                "Гражданин сообщил, что ответ больше не нужен",
                                withdrawal.by(),
                                null,
                                withdrawal.why().stream().toList())),
                questions.closedAt(question.id()).stream().flatMap(at -> question.outcome().stream()
                        .map(outcome ->
                                entry(at, "CLOSED_" + outcome, "Обращение закончено: " + outcome.inRussian(), null))));
    }

    private String clock(Instant moment) {
        return MOMENT.format(moment.atZone(centre.zone()));
    }

    private static TimelineEntry entry(Instant at, String kind, String text, @Nullable String who, String... details) {
        return new TimelineEntry(at, kind, text, who, null, List.of(details));
    }
}
