package org.perezvon.question;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.engine.Decisions;
import org.springframework.stereotype.Component;

/** The rules of competence, as process owners edit them. */
@Component
class CompetenceTable {

    private static final String KEY = "competence";

    private final Decisions decisions;

    CompetenceTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The table of this moment. */
    Function<Case, CompetenceRule> rules() {
        Function<Map<String, String>, Optional<Map<String, @Nullable Object>>> rows = decisions.remembering(KEY);
        return asked -> rows.apply(asked.inTable()).map(CompetenceRule::of).orElse(CompetenceRule.NONE);
    }

    /** What the table is asked. */
    record Case(Evidence.Reason reason, String topic, Agency agency) {

        Map<String, String> inTable() {
            return Map.of(
                    "reason", reason.inTable(),
                    "topic", topic,
                    "kind", agency.kind().name(),
                    "agency", agency.code());
        }
    }
}
