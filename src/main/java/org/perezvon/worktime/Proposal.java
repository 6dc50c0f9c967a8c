package org.perezvon.worktime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that somebody would like to bring into force.
 *
 * @param sheet as proposed
 * @param beneath the layers below its own, from the general to the particular; empty for a country
 * @param source where it came from: the form of the file, or that one day was entered
 * @param findings what the checks said when it was made
 * @param baseEdition the edition of the sheet it was compared with; 0 when there was none
 */
record Proposal(
        long id,
        Sheet sheet,
        List<String> beneath,
        String source,
        List<Finding> findings,
        long baseEdition,
        Instant madeAt,
        String madeBy,
        State state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    enum State {
        OPEN,
        CONFIRMED,
        PUT_AWAY
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}
