package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
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

/** What people decide about inquiries and mails on their desk; the decision and the finished task commit together. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Задачи")
@Transactional
class InquiryTaskController {

    private static final Set<String> INQUIRY_TASKS = Set.of(
            "userTask_nameResponsible", "userTask_correctAddress", "userTask_hurryAgency", "userTask_decideUnanswered");

    record InquiryDecision(
            @NotNull(message = "Решите: отправить снова, ждать или закрыть")
            Boolean tryAgain,

            @Nullable String note) {}

    record MailDecision(
            @NotBlank(message = "Решите, что это за письмо") String decision,
            @Nullable String inquiryId,
            @Nullable String note) {}

    private final Processes processes;
    private final Inquiries inquiries;
    private final InquiryFiles files;
    private final Triage triage;

    InquiryTaskController(Processes processes, Inquiries inquiries, InquiryFiles files, Triage triage) {
        this.processes = processes;
        this.inquiries = inquiries;
        this.files = files;
        this.triage = triage;
    }

    @PostMapping("/inquiry-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Решение руководителя: отправить запрос снова, ждать дальше или закрыть без ответа")
    public void decide(@PathVariable String taskId, @Valid @RequestBody InquiryDecision decision, Principal person) {
        OpenTask task = task(taskId, INQUIRY_TASKS);
        inquiries.decided(
                InquiryId.parse(task.businessKey()),
                person.getName(),
                decision.tryAgain(),
                Optional.ofNullable(decision.note()).map(String::strip).filter(note -> !note.isEmpty()));
        // Only the ways out of a task that has two read the decision.
        Facts facts = task.definition().equals("userTask_hurryAgency")
                ? Facts.none()
                : Facts.of(InquiryProcess.TRY_AGAIN, decision.tryAgain());
        processes.complete(task, person.getName(), facts);
    }

    @PostMapping("/mail-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Решение о неразобранном письме: отнести к запросу или отложить")
    public void decide(@PathVariable String taskId, @Valid @RequestBody MailDecision decision, Principal person) {
        OpenTask task = task(taskId, Set.of("userTask_triage"));
        Facts facts = Facts.of(TriageProcess.DECISION, decision.decision());
        switch (decision.decision()) {
            case "attach" ->
                facts.and(
                        TriageProcess.INQUIRY_ID, existing(decision.inquiryId()).toString());
            case "aside" -> {}
            default ->
                throw new IllegalArgumentException(
                        "Неизвестное решение «" + decision.decision() + "»: возможны attach и aside");
        }
        long mailId = TriageProcess.mail(task.businessKey());
        triage.note(mailId, person.getName(), decision.note() == null ? "" : decision.note());
        processes.complete(task, person.getName(), facts);
    }

    @PostMapping("/reconciliation-seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Администратор просмотрел расхождения сроков и таймеров")
    public void seen(@PathVariable String taskId, Principal person) {
        processes.complete(task(taskId, Set.of("userTask_lookAtDifferences")), person.getName(), Facts.none());
    }

    private InquiryId existing(@Nullable String inquiryId) {
        return InquiryId.from(inquiryId == null ? "" : inquiryId)
                .filter(id -> files.find(id).isPresent())
                .orElseThrow(() -> new IllegalArgumentException("Выберите запрос, на который отвечает это письмо"));
    }

    private OpenTask task(String taskId, Set<String> definitions) {
        return processes
                .task(taskId)
                .filter(task -> definitions.contains(task.definition()))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: она уже завершена или предназначена не для этого"));
    }
}
