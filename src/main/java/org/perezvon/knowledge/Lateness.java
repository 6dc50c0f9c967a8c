package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.worktime.Deadline;
import org.springframework.stereotype.Component;

/** Whether news came in time: within one working day of the change (I-4.2), or three (K-6). */
@Component
class Lateness {

    private final UpdateTerms terms;
    private final Directory directory;
    private final ViolationNoteStore violations;

    Lateness(UpdateTerms terms, Directory directory, ViolationNoteStore violations) {
        this.terms = terms;
        this.directory = directory;
        this.violations = violations;
    }

    /** @param late whether it came after the term */
    record Judgement(Deadline deadline, boolean late) {}

    /** @return nothing when the letter does not say since when it is so, or it is no news of an agency's own */
    Optional<Judgement> of(Draft draft) {
        Optional<LocalDate> changedOn = draft.proposal().changedOn();
        if (draft.origin() != Draft.Origin.MAIL || changedOn.isEmpty()) {
            return Optional.empty();
        }
        Optional<Agency> agency = draft.proposal().agency().flatMap(directory::agency);
        return agency.flatMap(owner -> terms.due(owner, changedOn.get()))
                .map(deadline -> new Judgement(deadline, draft.begunAt().isAfter(deadline.due())));
    }

    /** The same, and records the violation if it is one (I-5). */
    Optional<Judgement> judge(Draft draft) {
        Optional<Judgement> judgement = of(draft);
        judgement.filter(Judgement::late).ifPresent(late -> {
            List<String> evidence = Stream.concat(
                            late.deadline().derivation().stream(),
                            Stream.of(
                                    "Письмо со сведениями «" + draft.proposal().title() + "» поступило позже."))
                    .toList();
            violations.lateUpdate(
                    draft.proposal().agency().orElseThrow(),
                    draft.id(),
                    late.deadline().due(),
                    String.join("\n", evidence));
        });
        return judgement;
    }
}
