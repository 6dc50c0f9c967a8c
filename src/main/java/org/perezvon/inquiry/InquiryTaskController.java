package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.mail.MailKind;
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
@AgainOnCollision
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Задачи")
@Transactional
class InquiryTaskController {

    private static final String HURRY = "userTask_hurryAgency";
    private static final String DECIDE = "userTask_decideUnanswered";
    private static final Set<String> INQUIRY_TASKS =
            Set.of("userTask_nameResponsible", "userTask_correctAddress", HURRY, DECIDE);

    private static final Set<MailKind> SAYABLE = Set.of(
            MailKind.ANSWER, MailKind.EXTENSION, MailKind.CLARIFICATION, MailKind.REFUSAL, MailKind.ACKNOWLEDGEMENT);

    private static final Duration LONGEST_WAIT = Duration.ofDays(60);

    record InquiryDecision(
            @NotNull(message = "Решите: отправить снова, ждать или закрыть")
            Boolean tryAgain,

            @Nullable String note,
            @Nullable Instant waitUntil) {}

    /**
     * @param kind what the mail is; absent: an answer
     * @param note for a request for more time, the reason the person has read in it
     * @param until the day until which more time is asked for
     */
    record MailDecision(
            @NotBlank(message = "Решите, что это за письмо") String decision,
            @Nullable String inquiryId,
            @Nullable MailKind kind,
            @Nullable String note,
            @Nullable LocalDate until) {}

    private final Processes processes;
    private final Inquiries inquiries;
    private final InquiryFiles files;
    private final Triage triage;
    private final Clock clock;

    InquiryTaskController(Processes processes, Inquiries inquiries, InquiryFiles files, Triage triage, Clock clock) {
        this.processes = processes;
        this.inquiries = inquiries;
        this.files = files;
        this.triage = triage;
        this.clock = clock;
    }

    @PostMapping("/inquiry-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(
            summary =
                    "Решение руководителя: отправить запрос снова, ждать дальше (до дня waitUntil) или закрыть без ответа")
    public void decide(@PathVariable String taskId, @Valid @RequestBody InquiryDecision decision, Principal person) {
        OpenTask task = task(taskId, INQUIRY_TASKS);
        Instant until = waitUntil(task, decision);
        Resolution resolution = Resolution.of(kind(task, decision), person.getName(), clock.instant())
                .saying(Optional.ofNullable(decision.note()).map(String::strip).filter(note -> !note.isEmpty()));
        long number = inquiries.decided(
                InquiryId.parse(task.businessKey()), until == null ? resolution : resolution.until(until));
        // Only the ways out of a task that has two read the decision.
        Facts facts =
                switch (task.definition()) {
                    case HURRY -> Facts.none();
                    case DECIDE -> waiting(until).and(InquiryProcess.RESOLUTION, number);
                    default -> Facts.of(InquiryProcess.TRY_AGAIN, decision.tryAgain());
                };
        processes.complete(task, person.getName(), facts);
    }

    private static Facts waiting(@Nullable Instant until) {
        return until == null
                ? Facts.of(InquiryProcess.WAIT_ON, false)
                : Facts.of(InquiryProcess.WAIT_ON, true).and(InquiryProcess.WAIT_UNTIL, until);
    }

    private static Resolution.Kind kind(OpenTask task, InquiryDecision decision) {
        if (!decision.tryAgain()) {
            return Resolution.Kind.CLOSE;
        }
        boolean waits = task.definition().equals(HURRY) || task.definition().equals(DECIDE);
        return waits ? Resolution.Kind.WAIT : Resolution.Kind.SEND_AGAIN;
    }

    /** @return until when to wait for a late answer; null when this is not what is decided */
    private @Nullable Instant waitUntil(OpenTask task, InquiryDecision decision) {
        if (!task.definition().equals(DECIDE) || !decision.tryAgain()) {
            return null;
        }
        Instant until = decision.waitUntil();
        if (until == null || !until.isAfter(clock.instant())) {
            throw new InvalidInput(List.of(new InvalidInput.Problem(
                    "waitUntil", "Укажите, до какого дня ждать: этот момент ещё не должен пройти")));
        }
        if (until.isAfter(clock.instant().plus(LONGEST_WAIT))) {
            throw new InvalidInput(List.of(new InvalidInput.Problem(
                    "waitUntil", "Дольше " + LONGEST_WAIT.toDays() + " дней ждать нельзя: гражданину нужен ответ")));
        }
        return until;
    }

    @PostMapping("/mail-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(
            summary =
                    "Решение о неразобранном письме: отнести к запросу, передать редакторам информационной базы или отложить")
    public void decide(@PathVariable String taskId, @Valid @RequestBody MailDecision decision, Principal person) {
        OpenTask task = task(taskId, Set.of("userTask_triage"));
        Facts facts = Facts.of(TriageProcess.DECISION, decision.decision());
        switch (decision.decision()) {
            case "attach" ->
                facts.and(
                                TriageProcess.INQUIRY_ID,
                                existing(decision.inquiryId()).toString())
                        .and(TriageProcess.KIND, said(decision));
            case "knowledge", "aside" -> {}
            default ->
                throw new IllegalArgumentException(
                        "Неизвестное решение «" + decision.decision() + "»: возможны attach, knowledge и aside");
        }
        long mailId = TriageProcess.mail(task.businessKey());
        triage.note(mailId, person.getName(), decision.note() == null ? "" : decision.note(), decision.until());
        processes.complete(task, person.getName(), facts);
    }

    @PostMapping("/reconciliation-seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Администратор просмотрел расхождения сроков и таймеров")
    public void seen(@PathVariable String taskId, Principal person) {
        processes.complete(task(taskId, Set.of("userTask_lookAtDifferences")), person.getName(), Facts.none());
    }

    /** What a person may make of a mail; a server's report is none of it. */
    private static String said(MailDecision decision) {
        MailKind kind = decision.kind() == null ? MailKind.ANSWER : decision.kind();
        if (!SAYABLE.contains(kind)) {
            throw new IllegalArgumentException("Письмо, которое относят к запросу, — это ответ, просьба о продлении,"
                    + " уточнение, отказ или уведомление о регистрации");
        }
        return kind.name();
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
