package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The call-back form's way in (I-11). */
@RestController
@RequestMapping("/api/tasks/{taskId}/call-back")
@Tag(name = "Задачи")
@Transactional
class CallBackController {

    private static final int LONGEST_NOTE = 4000;
    private static final Duration LATEST = Duration.ofDays(30);

    /** @param nextAttemptAt needed when the citizen asked to be called later */
    record Call(
            @Nullable String outcome,
            @Nullable String note,
            @Nullable Instant nextAttemptAt) {}

    private final Processes processes;
    private final Questions questions;
    private final Clock clock;

    CallBackController(Processes processes, Questions questions, Clock clock) {
        this.processes = processes;
        this.questions = questions;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR', 'INTEGRATION')")
    @Operation(summary = "Записать обратный звонок и завершить задачу")
    public void callBack(@PathVariable String taskId, @RequestBody Call call, Principal person) {
        OpenTask task = processes
                .task(taskId)
                .filter(open -> open.definition().equals(QuestionProcess.CALL_BACK_TASK))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: наверное, гражданину уже перезвонили"));
        questions.callBack(
                task,
                new CallBack(
                        clock.instant(),
                        person.getName(),
                        outcome(call),
                        note(call),
                        Optional.ofNullable(call.nextAttemptAt())));
    }

    private CallBackOutcome outcome(Call call) {
        if (call.outcome() == null || call.outcome().isBlank()) {
            throw refused("outcome", "Отметьте, чем закончился звонок");
        }
        CallBackOutcome outcome;
        try {
            outcome = CallBackOutcome.parse(call.outcome());
        } catch (IllegalArgumentException e) {
            throw refused("outcome", String.valueOf(e.getMessage()));
        }
        if (outcome == CallBackOutcome.CALL_LATER && call.nextAttemptAt() == null) {
            throw refused("nextAttemptAt", "Укажите, когда перезвонить: гражданин просил позвонить позже");
        }
        if (call.nextAttemptAt() != null && call.nextAttemptAt().isBefore(clock.instant())) {
            throw refused("nextAttemptAt", "Это время уже прошло: укажите будущее");
        }
        if (call.nextAttemptAt() != null
                && call.nextAttemptAt().isAfter(clock.instant().plus(LATEST))) {
            throw refused("nextAttemptAt", "Перезвонить нужно не позднее чем через " + LATEST.toDays() + " дней");
        }
        return outcome;
    }

    private static Optional<String> note(Call call) {
        Optional<String> note =
                Optional.ofNullable(call.note()).map(String::strip).filter(text -> !text.isEmpty());
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw refused("note", "Заметка длиннее " + LONGEST_NOTE + " знаков");
        }
        return note;
    }

    private static InvalidInput refused(String field, String message) {
        return new InvalidInput(List.of(new Problem(field, message)));
    }
}
