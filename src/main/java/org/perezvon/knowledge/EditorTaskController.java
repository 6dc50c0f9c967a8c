package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.InvalidInput;
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

/** What editors decide about drafts and stale items; the decision and the finished task commit together. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Задачи")
@PreAuthorize("hasAnyRole('EDITOR', 'ADMINISTRATOR')")
@Transactional
class EditorTaskController {

    /**
     * @param decision {@code publish}, {@code ask} or {@code reject}
     * @param edition what the draft says after the editor's work
     * @param replaces the item it is the next version of; absent: a new one
     * @param changedOn since when it is so, as the agency says (I-4.2)
     * @param why a question to the author, the reason of a refusal, or what has changed
     */
    record DraftDecision(
            @Nullable String decision,
            KnowledgeController.@Nullable NewItem edition,
            @Nullable Long replaces,
            @Nullable String changedOn,
            @Nullable String why) {}

    /** @param items what becomes of each; those not named stay as they are */
    record StaleDecision(@Nullable List<StaleItem> items) {}

    /** @param until new last day; absent: the item is taken out of the base */
    record StaleItem(
            long item, @Nullable String until, @Nullable String why) {}

    private final Processes processes;
    private final Drafts drafts;
    private final Confirmations confirmations;
    private final PublicationPolicy policy;
    private final KnowledgeBase knowledge;

    EditorTaskController(
            Processes processes,
            Drafts drafts,
            Confirmations confirmations,
            PublicationPolicy policy,
            KnowledgeBase knowledge) {
        this.processes = processes;
        this.drafts = drafts;
        this.confirmations = confirmations;
        this.policy = policy;
        this.knowledge = knowledge;
    }

    @PostMapping("/draft-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Решение редактора о черновике: опубликовать, спросить автора, отклонить (I-4.1, I-4.2)")
    public void decide(@PathVariable String taskId, @RequestBody DraftDecision entered, Principal editor) {
        OpenTask task = task(taskId, DraftProcess.REVIEW);
        long id = DraftProcess.draft(task.businessKey());
        Draft draft = drafts.find(id).orElseThrow().draft();
        String decision = entered.decision() == null ? "" : entered.decision();
        String why = entered.why() == null ? "" : entered.why().strip();
        Optional<LocalDate> changedOn = day(entered.changedOn());
        Proposal proposal =
                switch (decision) {
                    case "publish" -> checked(entered, changedOn);
                    case "ask" -> asked(draft, entered, changedOn, why);
                    case "reject" -> {
                        require(!why.isEmpty(), "why", "Напишите автору, почему сведения не публикуются");
                        yield draft.proposal();
                    }
                    default ->
                        throw new IllegalArgumentException(
                                "Неизвестное решение «" + decision + "»: возможны publish, ask и reject");
                };
        drafts.decide(id, proposal, Optional.ofNullable(entered.replaces()), decision, editor.getName(), why);
        processes.complete(task, editor.getName(), Facts.of(DraftProcess.DECISION, decision));
    }

    private Proposal checked(DraftDecision entered, Optional<LocalDate> changedOn) {
        KnowledgeController.NewItem edition = entered.edition();
        if (edition == null) {
            throw new InvalidInput(List.of(new InvalidInput.Problem("title", "Нет текста записи")));
        }
        return Proposal.of(policy.check(edition).edition(), changedOn);
    }

    private static Proposal asked(Draft draft, DraftDecision entered, Optional<LocalDate> changedOn, String why) {
        require(!why.isEmpty(), "why", "Напишите, что нужно уточнить");
        require(draft.correspondent().isPresent(), "why", "Спросить некого: у черновика нет автора");
        Proposal proposal = draft.proposal();
        KnowledgeController.NewItem edition = entered.edition();
        String agency = edition == null || edition.agency() == null ? "" : edition.agency();
        Optional<String> owner =
                Optional.of(agency).filter(code -> !code.isBlank()).or(proposal::agency);
        require(owner.isPresent(), "agency", "Укажите, чьи это сведения");
        return new Proposal(
                proposal.kind(),
                owner,
                proposal.title(),
                proposal.text(),
                proposal.source(),
                proposal.topics(),
                proposal.validFrom(),
                proposal.validUntil(),
                changedOn.or(proposal::changedOn));
    }

    @PostMapping("/stale-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Решение редактора о неподтверждённых записях: убрать, продлить или оставить просроченными")
    public void decide(@PathVariable String taskId, @RequestBody StaleDecision entered, Principal editor) {
        OpenTask task = task(taskId, ConfirmationProcess.DECIDE);
        ConfirmationRound round = confirmations
                .find(ConfirmationProcess.round(task.businessKey()))
                .orElseThrow();
        List<StaleItem> items = entered.items() == null ? new ArrayList<>() : entered.items();
        for (StaleItem each : items) {
            boolean known = round.entries().stream().anyMatch(entry -> entry.item() == each.item());
            require(known, "items", "Записи № " + each.item() + " в этой задаче нет");
            String why = each.why() == null || each.why().isBlank()
                    ? "Срок действия истёк"
                    : each.why().strip();
            Optional<LocalDate> until = day(each.until());
            if (until.isPresent()) {
                prolong(each.item(), until.get(), editor.getName(), why);
            } else {
                knowledge.retire(each.item(), editor.getName(), why);
            }
        }
        processes.complete(task, editor.getName(), Facts.none());
    }

    private void prolong(long item, LocalDate until, String editor, String why) {
        require(!until.isBefore(knowledge.today()), "items", "Срок действия уже прошёл: " + until);
        Edition edition = knowledge.item(item).orElseThrow().current().edition();
        knowledge.publish(
                item, edition.valid(new Validity(edition.validity().from(), Optional.of(until))), editor, why);
    }

    private static Optional<LocalDate> day(@Nullable String entered) {
        if (entered == null || entered.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(entered.strip()));
        } catch (DateTimeException e) {
            throw new InvalidInput(List.of(
                    new InvalidInput.Problem("changedOn", "«" + entered + "» — не дата, нужно так: 2027-12-31")));
        }
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new InvalidInput(List.of(new InvalidInput.Problem(field, message)));
        }
    }

    private OpenTask task(String taskId, String definition) {
        return processes
                .task(taskId)
                .filter(task -> task.definition().equals(definition))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: она уже завершена или предназначена не для этого"));
    }
}
