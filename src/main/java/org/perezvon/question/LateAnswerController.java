package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The way in of the form about late answers. */
@RestController
@AgainOnCollision
@Tag(name = "Задачи")
@Transactional
class LateAnswerController {

    record Judgement(
            @NotNull(message = "Решите, пригодится ли ответ гражданину")
            Boolean useful,

            @Nullable String note) {}

    private final Processes processes;
    private final LateAnswers lateAnswers;

    LateAnswerController(Processes processes, LateAnswers lateAnswers) {
        this.processes = processes;
        this.lateAnswers = lateAnswers;
    }

    @PostMapping("/api/tasks/{taskId}/late-answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Решение о позднем ответе: перезвонить гражданину или оставить в деле (I-5, I-11)")
    public void judge(@PathVariable String taskId, @Valid @RequestBody Judgement judgement, Principal person) {
        OpenTask task = processes
                .task(taskId)
                .filter(open -> open.definition().equals(LateAnswerProcess.JUDGE_TASK))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: о позднем ответе уже решили"));
        lateAnswers.decide(
                task,
                judgement.useful(),
                person.getName(),
                Optional.ofNullable(judgement.note()).map(String::strip).filter(note -> !note.isEmpty()));
    }
}
