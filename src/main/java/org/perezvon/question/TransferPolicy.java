package org.perezvon.question;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.WorkingCalendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a call may be transferred at this moment: to a body that is at work and can be called (I-12, T-3.2). */
@Component
@Transactional
class TransferPolicy {

    private static final String OPERATORS_CHOICE = "п. 3 Порядка (T-3.2)";

    private final Directory directory;
    private final Competence competence;
    private final WorkingCalendars calendars;
    private final Clock clock;

    TransferPolicy(Directory directory, Competence competence, WorkingCalendars calendars, Clock clock) {
        this.directory = directory;
        this.competence = competence;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param clause by which it is transferred
     * @param parent code of the body the agency belongs to: that one answers letters
     */
    record Transfer(String agencyCode, String phone, String clause, Optional<String> parent) {

        /** Who is asked when nobody takes the call and the operator has chosen nobody. */
        List<String> otherwise() {
            return List.of(parent.orElse(agencyCode));
        }
    }

    /** @throws InvalidInput when nobody could take the call there now */
    Transfer check(@Nullable String to, String text) {
        Agency agency = Optional.ofNullable(to)
                .flatMap(directory::agency)
                .orElseThrow(() -> refused("Выберите орган, в который переводите звонок"));
        Deadlines deadlines = calendars.inForce();
        TransferPlace place = TransferPlace.at(agency, deadlines, clock.instant())
                .orElseThrow(() -> refused("У органа «%s» в справочнике нет телефона: отправьте запрос обычным порядком"
                        .formatted(agency.shortName())));
        if (!place.atWork()) {
            throw refused("Сейчас нерабочее время органа «%s» (%s): отправьте запрос обычным порядком (I-12)"
                    .formatted(agency.shortName(), agency.hours().inWords()));
        }
        return new Transfer(
                agency.code(),
                place.phone(),
                clause(agency, text),
                agency.particulars().parent());
    }

    private String clause(Agency agency, String text) {
        return competence.proposed(text).stream()
                .filter(proposal -> proposal.transfer() != CompetenceRule.Transfer.NO)
                .filter(proposal -> proposal.places().stream()
                        .anyMatch(place -> place.agency().code().equals(agency.code())))
                .map(CompetentAgency::clause)
                .findFirst()
                .orElse(OPERATORS_CHOICE);
    }

    private static InvalidInput refused(String message) {
        return new InvalidInput(List.of(new Problem("transferTo", message)));
    }
}
