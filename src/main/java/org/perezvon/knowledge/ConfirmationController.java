package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Rounds of confirmation over HTTP. */
@RestController
@Tag(name = "Информационная база")
class ConfirmationController {

    /** @param stale those about which an editor has to decide */
    record RoundView(long id, ItemView.OwnerView agency, LocalDate until, Instant begunAt, List<EntryView> entries) {}

    /** @param outcome absent while nothing is known; @param stale whether an editor has to decide about it */
    record EntryView(
            int number,
            long item,
            String title,
            String answer,
            ConfirmationRound.@Nullable Outcome outcome,
            boolean stale) {}

    private final Confirmations confirmations;
    private final KnowledgeBase knowledge;
    private final Directory directory;

    ConfirmationController(Confirmations confirmations, KnowledgeBase knowledge, Directory directory) {
        this.confirmations = confirmations;
        this.knowledge = knowledge;
        this.directory = directory;
    }

    @GetMapping("/api/knowledge/confirmations/{id}")
    @PreAuthorize("hasAnyRole('EDITOR', 'SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "О каких записях спросили орган и что он ответил (I-5)")
    RoundView round(@PathVariable long id) {
        ConfirmationRound round = confirmations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет сверки записей № " + id));
        String name = directory.agency(round.agency()).map(Agency::shortName).orElse(round.agency());
        return new RoundView(
                id,
                new ItemView.OwnerView(round.agency(), name),
                round.until(),
                round.begunAt(),
                round.entries().stream()
                        .map(entry -> view(entry, round.stale().contains(entry)))
                        .toList());
    }

    private EntryView view(ConfirmationRound.Entry entry, boolean stale) {
        Edition edition = knowledge.version(entry.version()).orElseThrow().edition();
        return new EntryView(
                entry.number(),
                entry.item(),
                edition.title(),
                edition.wholeText(),
                entry.outcome().orElse(null),
                stale);
    }
}
