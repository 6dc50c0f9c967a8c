package org.perezvon.mail.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code letter}, as those see it who put copies into the Sent folder. */
@Component
class SentCopyStore {

    private static final String CLAIM = """
            update perezvon.letter set copy_due_at = :lease, copy_attempts = copy_attempts + 1
            where id in (select id from perezvon.letter where copy_due_at <= :now
                         order by copy_due_at, id limit :limit for update skip locked)
            returning *, (select reference from perezvon.conversation c where c.id = conversation_id) as reference
            """;

    private static final String LIES_THERE =
            "update perezvon.letter set copy_due_at = null, copied_at = :now, copy_error = null where id = :id";

    private static final String POSTPONE =
            "update perezvon.letter set copy_due_at = :next, copy_error = :error where id = :id and copied_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    SentCopyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param attempt counts from one; from the second on the copy may lie there already */
    record DueCopy(DueLetter letter, Instant sentAt, int attempt) {}

    /** Takes letters that have left and want a copy; what is not done within the lease is due again. */
    List<DueCopy> claim(Duration lease, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", now())
                .param("lease", now().plus(lease))
                .param("limit", limit)
                .query((row, n) -> new DueCopy(
                        LetterQueueStore.due(row),
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                        row.getInt("copy_attempts")))
                .list();
    }

    void liesThere(DueCopy copy) {
        jdbc.sql(LIES_THERE).param("id", copy.letter().id()).param("now", now()).update();
    }

    void postpone(DueCopy copy, Duration delay, String error) {
        jdbc.sql(POSTPONE)
                .param("id", copy.letter().id())
                .param("next", now().plus(delay))
                .param("error", error)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
