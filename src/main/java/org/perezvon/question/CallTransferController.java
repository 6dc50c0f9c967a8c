package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Transferring a call, over HTTP: for the registration form, for the task, for telephone systems (I-12, T-3.2). */
@RestController
@AgainOnCollision
@Tag(name = "Переведённые звонки")
@Transactional
class CallTransferController {

    private static final int LONGEST_NOTE = 4000;

    /** @param question its agencies are asked if nobody takes the call; none told: the body itself */
    record NewTransfer(
            @Schema(description = "Код органа или учреждения, куда переводят", example = "minzdrav") @Nullable
            String transferTo,

            QuestionController.NewQuestion question) {}

    record CallTransferView(
            String number,
            DestinationView to,
            String phone,
            String clause,
            Instant begunAt,
            String operator,
            List<String> otherwise,

            @Schema(description = "Задача, в которой отмечают исход; null — исход записан") @Nullable
            String task,

            @Nullable TransferOutcomeView outcome) {}

    record DestinationView(String code, String name, String shortName) {}

    record TransferOutcomeView(
            TransferOutcome outcome,
            String inWords,
            Instant at,
            String by,
            @Nullable String note) {}

    record NewTransferOutcome(
            @Schema(allowableValues = {"CONNECTED", "NO_ANSWER", "BUSY", "DECLINED", "HUNG_UP"}) @Nullable
            String outcome,

            @Nullable String note) {}

    private final RegistrationPolicy registrations;
    private final TransferPolicy policy;
    private final CallTransfers transfers;
    private final Directory directory;
    private final Processes processes;
    private final Clock clock;

    CallTransferController(
            RegistrationPolicy registrations,
            TransferPolicy policy,
            CallTransfers transfers,
            Directory directory,
            Processes processes,
            Clock clock) {
        this.registrations = registrations;
        this.policy = policy;
        this.transfers = transfers;
        this.directory = directory;
        this.processes = processes;
        this.clock = clock;
    }

    @PostMapping("/api/call-transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(
            summary = "Зарегистрировать звонок и перевести его в орган, который поможет сразу (I-12)",
            description =
                    "Только в рабочее время органа. Оператор получает задачу «Перевести звонок»; если гражданина не"
                            + " соединили или исход не записан вовремя, вопрос идёт обычным порядком.")
    public CallTransferView begin(
            @RequestBody NewTransfer entered,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Principal person) {
        TransferPolicy.Transfer to = policy.check(
                entered.transferTo(),
                Optional.ofNullable(entered.question().text()).orElse(""));
        Registration registration =
                registrations.check(entered.question().askingAtLeast(to.otherwise()), person.getName(), idempotencyKey);
        return view(transfers.begin(registration, to));
    }

    @GetMapping("/api/questions/{number}/transfer")
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(summary = "Куда переводили звонок и чем это кончилось")
    public CallTransferView transfer(@PathVariable String number) {
        return view(RegistrationNumber.parse(number));
    }

    @PostMapping("/api/tasks/{taskId}/transfer-outcome")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(summary = "Записать исход перевода и завершить задачу")
    public void settle(@PathVariable String taskId, @RequestBody NewTransferOutcome settled, Principal person) {
        OpenTask task = processes
                .task(taskId)
                .filter(open -> open.definition().equals(CallTransferProcess.TASK))
                .orElseThrow(CallTransferController::gone);
        Optional<String> note =
                Optional.ofNullable(settled.note()).map(String::strip).filter(text -> !text.isEmpty());
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw refused("note", "Заметка длиннее " + LONGEST_NOTE + " знаков");
        }
        CallTransfer.Settlement settlement =
                new CallTransfer.Settlement(outcome(settled.outcome()), clock.instant(), person.getName(), note);
        if (!transfers.settle(QuestionProcess.question(task.businessKey()), settlement)) {
            throw gone();
        }
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Такой задачи нет: исход уже записан, вопрос пошёл обычным порядком или отозван");
    }

    private static TransferOutcome outcome(@Nullable String entered) {
        if (entered == null || entered.isBlank()) {
            throw refused("outcome", "Отметьте, соединили ли гражданина");
        }
        try {
            return TransferOutcome.parse(entered);
        } catch (IllegalArgumentException e) {
            throw refused("outcome", String.valueOf(e.getMessage()));
        }
    }

    private CallTransferView view(RegistrationNumber number) {
        CallTransfer transfer = transfers
                .find(number)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Звонок " + number + " никуда не переводили"));
        Optional<Agency> agency = directory.agency(transfer.agencyCode());
        return new CallTransferView(
                number.value(),
                new DestinationView(
                        transfer.agencyCode(),
                        agency.map(Agency::name).orElse(transfer.agencyCode()),
                        agency.map(Agency::shortName).orElse(transfer.agencyCode())),
                transfer.phone(),
                transfer.clause(),
                transfer.begunAt(),
                transfer.operator(),
                transfer.otherwise(),
                processes
                        .task(number.value(), CallTransferProcess.TASK)
                        .map(OpenTask::id)
                        .orElse(null),
                transfer.settled()
                        .map(end -> new TransferOutcomeView(
                                end.outcome(),
                                end.outcome().inRussian(),
                                end.at(),
                                end.by(),
                                end.note().orElse(null)))
                        .orElse(null));
    }

    private static InvalidInput refused(String field, String message) {
        return new InvalidInput(List.of(new Problem(field, message)));
    }
}
