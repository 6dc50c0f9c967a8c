package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.mail.Troubles;
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

/** A supervisor has taken note that the mail does not work; the note and the finished task commit together. */
@RestController
@AgainOnCollision
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Задачи")
@Transactional
class MailAlertController {

    private static final String TASK = "userTask_lookAtMail";

    record Note(
            @Size(max = 2000, message = "Заметка длиннее 2000 знаков") @Nullable
            String note) {}

    private final Processes processes;
    private final Troubles troubles;

    MailAlertController(Processes processes, Troubles troubles) {
        this.processes = processes;
        this.troubles = troubles;
    }

    @PostMapping("/mail-trouble-seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Руководитель знает, что почта не работает, и снимает задачу")
    public void seen(@PathVariable String taskId, @Valid @RequestBody Note note, Principal person) {
        OpenTask task = processes
                .task(taskId)
                .filter(open -> open.definition().equals(TASK))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: её сняли, или почта уже работает"));
        troubles.seen(
                MailAlertProcess.trouble(task.businessKey()),
                person.getName(),
                note.note() == null ? "" : note.note().strip());
        processes.complete(task, person.getName(), Facts.none());
    }
}
