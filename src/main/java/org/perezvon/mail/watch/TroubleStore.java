package org.perezvon.mail.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code mail_trouble}. */
@Component
public class TroubleStore {

    // Two nodes that find the same at the same moment open one trouble.
    private static final String BEGIN = """
            insert into perezvon.mail_trouble (kind, subject, words, since) values (:kind, :subject, :words, :now)
            on conflict (kind, subject) where over_at is null do nothing returning id
            """;

    private static final String END =
            "update perezvon.mail_trouble set over_at = :now where id = :id and over_at is null";

    private static final String OPEN = "select * from perezvon.mail_trouble where over_at is null order by since, id";

    private static final String LATEST =
            "select * from perezvon.mail_trouble order by since desc, id desc limit :limit";

    private static final String SEEN =
            "update perezvon.mail_trouble set seen_by = :person, seen_at = :now, note = :note where id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;

    TroubleStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its number; empty when it had begun already */
    Optional<Long> begin(Trouble.Finding finding) {
        return jdbc.sql(BEGIN)
                .param("kind", finding.kind().name())
                .param("subject", finding.subject())
                .param("words", finding.words())
                .param("now", now())
                .query(Long.class)
                .optional();
    }

    /** How it looks now. */
    void reword(long id, String words) {
        jdbc.sql("update perezvon.mail_trouble set words = :words where id = :id")
                .param("id", id)
                .param("words", words)
                .update();
    }

    /** @return whether it was not over before */
    boolean end(long id) {
        return jdbc.sql(END).param("id", id).param("now", now()).update() == 1;
    }

    List<Trouble> open() {
        return jdbc.sql(OPEN).query((row, n) -> trouble(row)).list();
    }

    List<Trouble> latest(int limit) {
        return jdbc.sql(LATEST)
                .param("limit", limit)
                .query((row, n) -> trouble(row))
                .list();
    }

    Optional<Trouble> find(long id) {
        return jdbc.sql("select * from perezvon.mail_trouble where id = :id")
                .param("id", id)
                .query((row, n) -> trouble(row))
                .optional();
    }

    public void seen(long id, String person, String note) {
        jdbc.sql(SEEN)
                .param("id", id)
                .param("person", person)
                .param("note", note)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        String seenBy = row.getString("seen_by");
        String note = row.getString("note");
        return new Trouble(
                row.getLong("id"),
                Trouble.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("words"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                moment(row, "over_at"),
                moment(row, "seen_at").map(at -> new Trouble.Seen(seenBy, at, note)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
