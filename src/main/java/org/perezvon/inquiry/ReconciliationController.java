package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the nightly comparison of deadlines with timers has found, and a comparison on demand. */
@RestController
@RequestMapping("/api/reconciliations")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "Сроки")
class ReconciliationController {

    private static final int SHOWN = 500;

    /** @param findings the first of them; none in a list of several */
    record ReconciliationView(
            long id,
            Instant startedAt,
            @Nullable Instant finishedAt,
            int checked,
            int found,
            int repaired,
            List<FindingView> findings) {}

    /** @param inquiry as people quote it; its id where it is gone */
    record FindingView(
            String inquiry,
            String element,
            Reconciliation.Problem problem,
            @Nullable Instant expected,
            @Nullable Instant found,
            boolean repaired) {}

    private final Reconciliations reconciliations;
    private final Inquiries inquiries;

    ReconciliationController(Reconciliations reconciliations, Inquiries inquiries) {
        this.reconciliations = reconciliations;
        this.inquiries = inquiries;
    }

    @GetMapping
    @Operation(summary = "Последние сверки сроков с таймерами")
    List<ReconciliationView> latest(@RequestParam(defaultValue = "30") int limit) {
        return reconciliations.latest(Math.min(limit, SHOWN)).stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Сверка и её расхождения")
    ReconciliationView one(@PathVariable long id) {
        return reconciliations
                .find(id, SHOWN)
                .map(this::view)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет сверки с номером " + id));
    }

    @PostMapping
    @Operation(summary = "Сверить сроки с таймерами сейчас")
    ReconciliationView run() {
        return view(reconciliations.run());
    }

    private ReconciliationView view(Reconciliation reconciliation) {
        return new ReconciliationView(
                reconciliation.id(),
                reconciliation.startedAt(),
                reconciliation.finishedAt(),
                reconciliation.checked(),
                reconciliation.found(),
                reconciliation.repaired(),
                reconciliation.findings().stream().limit(SHOWN).map(this::view).toList());
    }

    private FindingView view(Reconciliation.Finding finding) {
        Optional<Inquiry> inquiry = inquiries.find(finding.inquiry());
        return new FindingView(
                inquiry.map(Inquiry::number).orElse(finding.inquiry().toString()),
                finding.element(),
                finding.problem(),
                finding.expected(),
                finding.found(),
                finding.repaired());
    }
}
