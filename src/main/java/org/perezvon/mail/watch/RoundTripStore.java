package org.perezvon.mail.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code mail_round_trip}. */
@Component
class RoundTripStore {

    private static final String BEGIN = """
            insert into perezvon.mail_round_trip (reference, node, sent_at, message_id)
            values (:reference, :node, :now, :messageId)
            """;

    // It may come twice; the first time counts.
    private static final String BACK = """
            update perezvon.mail_round_trip set back_at = :at, came_as = :cameAs, address_kept = :addressKept
            where reference = :reference and back_at is null
            """;

    private static final String KEPT_AS = """
            update perezvon.mail_round_trip set raw_mail_id = :mail where reference = :reference
            """;

    private static final String LATEST =
            "select * from perezvon.mail_round_trip order by sent_at desc, id desc limit :limit";

    private static final String LAST_BACK = """
            select * from perezvon.mail_round_trip where back_at is not null order by sent_at desc, id desc limit 1
            """;

    private static final String LAST_EXPECTED = """
            select * from perezvon.mail_round_trip where sent_at < :before order by sent_at desc, id desc limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RoundTripStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(String reference, String node, String messageId) {
        jdbc.sql(BEGIN)
                .param("reference", reference)
                .param("node", node)
                .param("messageId", messageId)
                .param("now", now())
                .update();
    }

    /** @return false when it has been back before, or nobody sent it */
    boolean back(String reference, Instant at, @Nullable String cameAs, boolean addressKept) {
        return jdbc.sql(BACK)
                        .param("reference", reference)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("cameAs", cameAs)
                        .param("addressKept", addressKept)
                        .update()
                == 1;
    }

    SelfTestState state(Duration every, Instant opened, Instant now) {
        return new SelfTestState(
                every,
                opened,
                latest(1).stream().findFirst(),
                jdbc.sql(LAST_BACK).query((row, n) -> trip(row)).optional(),
                jdbc.sql(LAST_EXPECTED)
                        .param("before", now.minus(RoundTrip.PATIENCE).atOffset(ZoneOffset.UTC))
                        .query((row, n) -> trip(row))
                        .optional());
    }

    List<RoundTrip> latest(int limit) {
        return jdbc.sql(LATEST)
                .param("limit", limit)
                .query((row, n) -> trip(row))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static RoundTrip trip(ResultSet row) throws SQLException {
        return new RoundTrip(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("node"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("message_id"),
                Optional.ofNullable(row.getObject("back_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("came_as")),
                Optional.ofNullable(row.getObject("address_kept", Boolean.class)));
    }
}
