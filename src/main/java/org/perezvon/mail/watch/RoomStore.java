package org.perezvon.mail.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables of the mail room tell about how it fares. Each question reads an index of what is open, never history. */
@Component
class RoomStore {

    private static final String MAILBOXES = """
            select s.*, b.scanned_at as came_at
            from perezvon.mailbox_state s left join perezvon.mail_bookmark b on b.mailbox = s.mailbox
            """;

    private static final String ROUTES = "select * from perezvon.route_state order by route, node";

    private static final String MAILS = """
            select count(*) filter (where state = 'RECEIVED') as received,
                   min(received_at) filter (where state = 'RECEIVED') as oldest_received,
                   count(*) filter (where state = 'TRIAGE') as on_desk,
                   min(received_at) filter (where state = 'TRIAGE') as oldest_on_desk
            from (select state, received_at from perezvon.raw_mail where state = 'RECEIVED'
                  union all
                  select state, received_at from perezvon.raw_mail where state = 'TRIAGE') open
            """;

    private static final String LETTERS = """
            select count(*) filter (where due) as due, min(ready_at) filter (where due) as oldest_due,
                   count(*) filter (where not due) as held, min(ready_at) filter (where not due) as oldest_held
            from (select greatest(created_at, not_before) as ready_at,
                         not_before <= :now and not over_cap and not (place_reserved and next_attempt_at > :now) as due
                  from perezvon.letter where state in ('WAITING', 'SENDING')) open
            """;

    private static final String CAPPED = """
            select to_address, count(*) as letters, min(created_at) as since from perezvon.letter
            where over_cap and state = 'WAITING'
            group by to_address order by letters desc, to_address limit 20
            """;

    private final JdbcClient jdbc;
    private final RoundTripStore roundTrips;
    private final FileCheckStore files;
    private final Clock clock;

    RoomStore(JdbcClient jdbc, RoundTripStore roundTrips, FileCheckStore files, Clock clock) {
        this.jdbc = jdbc;
        this.roundTrips = roundTrips;
        this.files = files;
        this.clock = clock;
    }

    /**
     * @param configured the mailboxes of our settings, of which nothing is known yet
     * @param routes the ways out of our settings
     */
    RoomState look(List<WatchedMailbox> configured, List<String> routes, Duration selfTest, Instant opened) {
        Instant now = clock.instant();
        return new RoomState(
                now,
                mailboxes(configured),
                routes(routes),
                queues(now),
                roundTrips.state(selfTest, opened, now),
                capped(),
                files.look(),
                openTroubles());
    }

    private List<WatchedMailbox> mailboxes(List<WatchedMailbox> configured) {
        Map<String, WatchedMailbox> asked = new HashMap<>();
        configured.forEach(mailbox -> asked.put(mailbox.mailbox(), mailbox));
        List<WatchedMailbox> seen = new ArrayList<>();
        jdbc.sql(MAILBOXES).query(row -> {
            @Nullable WatchedMailbox mailbox = asked.remove(row.getString("mailbox"));
            if (mailbox != null) {
                seen.add(seen(mailbox, row));
            }
        });
        seen.addAll(asked.values());
        return seen.stream()
                .sorted(Comparator.comparing(WatchedMailbox::mailbox))
                .toList();
    }

    private List<WayOut> routes(List<String> configured) {
        Map<String, List<WayOut.View>> views =
                jdbc.sql(ROUTES).query((row, n) -> Map.entry(row.getString("route"), view(row))).list().stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return configured.stream()
                .map(route -> new WayOut(route, views.getOrDefault(route, List.of())))
                .toList();
    }

    private Queues queues(Instant now) {
        List<Waiting> mails = jdbc.sql(MAILS)
                .query((row, n) ->
                        List.of(waiting(row, "received", "oldest_received"), waiting(row, "on_desk", "oldest_on_desk")))
                .single();
        List<Waiting> letters = jdbc.sql(LETTERS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> List.of(waiting(row, "due", "oldest_due"), waiting(row, "held", "oldest_held")))
                .single();
        return new Queues(mails.get(0), mails.get(1), letters.get(0), letters.get(1));
    }

    private List<RoomState.Capped> capped() {
        return jdbc.sql(CAPPED)
                .query((row, n) -> new RoomState.Capped(
                        row.getString("to_address"),
                        row.getInt("letters"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private int openTroubles() {
        return jdbc.sql("select count(*) from perezvon.mail_trouble where over_at is null")
                .query(Integer.class)
                .single();
    }

    private static WatchedMailbox seen(WatchedMailbox asked, ResultSet row) throws SQLException {
        return new WatchedMailbox(
                asked.mailbox(),
                asked.pollInterval(),
                asked.watchedSince(),
                Optional.ofNullable(row.getString("watched_by")),
                moment(row, "last_scan_at"),
                moment(row, "came_at"),
                Optional.ofNullable(row.getString("last_error")),
                moment(row, "since"),
                Optional.ofNullable(row.getObject("messages", Integer.class)));
    }

    private static WayOut.View view(ResultSet row) throws SQLException {
        return new WayOut.View(
                row.getString("node"),
                moment(row, "last_ok_at"),
                Optional.ofNullable(row.getString("last_error")),
                moment(row, "last_error_at"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static Waiting waiting(ResultSet row, String number, String oldest) throws SQLException {
        return new Waiting(row.getInt(number), moment(row, oldest));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
