package org.perezvon.mail.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.mail.RouteState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code route_state}. */
@Component
public class RouteStateStore {

    // "since" begins anew only when it worked before and does not now, or the other way round.
    private static final String FAILED = """
            insert into perezvon.route_state (route, node, last_error, last_error_at, since)
            values (:route, :node, :error, :now, :now)
            on conflict (route, node) do update set last_error = excluded.last_error, last_error_at = excluded.last_error_at,
              since = case when route_state.last_error is null then excluded.since else route_state.since end
            """;

    private static final String WORKED = """
            insert into perezvon.route_state (route, node, last_ok_at, since) values (:route, :node, :now, :now)
            on conflict (route, node) do update set last_ok_at = excluded.last_ok_at, last_error = null,
              since = case when route_state.last_error is null then route_state.since else excluded.since end
            """;

    private final JdbcClient jdbc;

    RouteStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void failed(String route, String node, String error, Instant now) {
        jdbc.sql(FAILED)
                .param("route", route)
                .param("node", node)
                .param("error", error)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void worked(String route, String node, Instant now) {
        jdbc.sql(WORKED)
                .param("route", route)
                .param("node", node)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<RouteState> all() {
        return jdbc.sql("select * from perezvon.route_state order by route, node")
                .query((row, n) -> state(row))
                .list();
    }

    private static RouteState state(ResultSet row) throws SQLException {
        return new RouteState(
                row.getString("route"),
                row.getString("node"),
                moment(row, "last_ok_at"),
                Optional.ofNullable(row.getString("last_error")),
                moment(row, "last_error_at"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
