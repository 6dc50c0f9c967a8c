package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is competent for what the operator is typing. Asked by POST: a citizen's words belong into no address. */
@RestController
@RequestMapping("/api/competence")
@Tag(name = "Компетенция")
class CompetenceController {

    record Typed(@Nullable String text) {}

    /** @param reasons for people, the weightiest first */
    record ProposalView(
            ProposedAgency agency,

            @Schema(description = "Чем больше, тем вероятнее")
            long score,

            List<String> reasons,

            @Schema(description = "Перевод звонка; null — обычный порядок") @Nullable
            ProposedTransfer transfer) {}

    record ProposedAgency(String code, String name, String shortName, boolean answersToday) {

        static ProposedAgency of(Agency agency) {
            return new ProposedAgency(
                    agency.code(),
                    agency.name(),
                    agency.shortName(),
                    agency.responsible().isPresent());
        }
    }

    /**
     * @param now whether anybody can take the call at this moment
     * @param inWords what the operator is told
     */
    record ProposedTransfer(boolean must, boolean now, String clause, String inWords, List<ProposedPlace> places) {}

    record ProposedPlace(String code, String name, String phone, String hours, boolean atWork) {}

    private final Competence competence;

    CompetenceController(Competence competence) {
        this.competence = competence;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(
            summary = "Какие органы компетентны и почему, пока оператор записывает вопрос",
            description = "Правила — в таблице competence.dmn. Решает оператор.")
    List<ProposalView> proposed(@RequestBody Typed typed) {
        return competence.proposed(Optional.ofNullable(typed.text()).orElse("")).stream()
                .map(CompetenceController::view)
                .toList();
    }

    private static ProposalView view(CompetentAgency proposal) {
        return new ProposalView(
                ProposedAgency.of(proposal.agency()),
                Math.round(proposal.score()),
                proposal.reasons(),
                proposal.transfer() == CompetenceRule.Transfer.NO ? null : transfer(proposal));
    }

    private static ProposedTransfer transfer(CompetentAgency proposal) {
        boolean must = proposal.transfer() == CompetenceRule.Transfer.MUST;
        boolean now = proposal.places().stream().anyMatch(TransferPlace::atWork);
        String words = now
                ? must ? "Переведите звонок" : "Можно перевести звонок"
                : proposal.places().isEmpty()
                        ? "Телефона для перевода в справочнике нет: обычный порядок"
                        : "Сейчас нерабочее время: обычный порядок";
        return new ProposedTransfer(
                must,
                now,
                proposal.clause(),
                words,
                proposal.places().stream()
                        .map(place -> new ProposedPlace(
                                place.agency().code(),
                                place.agency().shortName(),
                                place.phone(),
                                place.agency().hours().inWords(),
                                place.atWork()))
                        .toList());
    }
}
