package org.perezvon.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code knowledge_violation}: what agencies did not keep of their promises about the base (I-5). */
@Component
class ViolationNoteStore {

    private static final String ADD = """
            insert into perezvon.knowledge_violation (kind, agency_code, item_id, draft_id, occurred_at, recorded_at, evidence)
            values (:kind, :agency, :item, :draft, :at, :now, :evidence) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ViolationNoteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** News came later than the regulation allows (I-4.2, K-6). */
    void lateUpdate(String agency, long draft, Instant due, String evidence) {
        add("LATE_UPDATE", agency, null, draft, due, evidence);
    }

    /** Nobody said whether an item still holds (I-5). */
    void notConfirmed(String agency, long item, Instant expired, String evidence) {
        add("NOT_CONFIRMED", agency, item, null, expired, evidence);
    }

    private void add(
            String kind, String agency, @Nullable Long item, @Nullable Long draft, Instant at, String evidence) {
        jdbc.sql(ADD)
                .param("kind", kind)
                .param("agency", agency)
                .param("item", item)
                .param("draft", draft)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("evidence", evidence)
                .update();
    }
}
