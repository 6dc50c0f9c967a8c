package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agreement;
import org.perezvon.directory.ExpiringAgreements;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A supervisor sees to an agreement that ends (T-2); the note and the finished task commit together. */
@RestController
@Tag(name = "Задачи")
@Transactional
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
class AgreementTaskController {

    private static final String TASK = "userTask_renewAgreement";

    record Note(
            @Size(max = 2000, message = "Заметка длиннее 2000 знаков") @Nullable
            String note) {}

    /** @param over whether it was renewed meanwhile */
    record WarningView(
            String agency,
            String agencyName,
            String number,
            LocalDate concludedOn,
            LocalDate validUntil,
            String scope,
            boolean over) {}

    private final Processes processes;
    private final ExpiringAgreements agreements;

    AgreementTaskController(Processes processes, ExpiringAgreements agreements) {
        this.processes = processes;
        this.agreements = agreements;
    }

    @GetMapping("/api/agreement-warnings/{id}")
    @Operation(summary = "Соглашение, у которого подходит последний день (T-2)")
    public WarningView warning(@PathVariable long id) {
        ExpiringAgreements.Known known = agreements
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Нет предупреждения о соглашении с номером " + id));
        Agreement agreement = known.agreement();
        return new WarningView(
                known.agencyCode(),
                known.agencyName(),
                agreement.number(),
                agreement.concludedOn(),
                known.warnedOf(),
                agreement.scope(),
                known.over());
    }

    @PostMapping("/api/tasks/{taskId}/agreement-seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Руководитель занялся соглашением и снимает задачу; в списке оно останется, пока не продлено")
    public void seen(@PathVariable String taskId, @Valid @RequestBody Note note, Principal person) {
        OpenTask task = processes
                .task(taskId)
                .filter(open -> open.definition().equals(TASK))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: её сняли, или соглашение уже продлено"));
        agreements.seen(
                AgreementExpiryProcess.warning(task.businessKey()),
                person.getName(),
                note.note() == null ? "" : note.note().strip());
        processes.complete(task, person.getName(), Facts.none());
    }
}
