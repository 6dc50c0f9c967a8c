package org.perezvon.mail.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.inbound.OwnRule;
import org.perezvon.mail.inbound.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code reading_rule} and {@code reading_rules_version}. */
@Component
class RuleStore {

    private static final String HISTORY = """
            select r.*, s.changed_at as since_at, s.changed_by as since_by, u.changed_at as until_at, u.changed_by as until_by
            from perezvon.reading_rule r
            join perezvon.reading_rules_version s on s.version = r.since_version
            left join perezvon.reading_rules_version u on u.version = r.until_version
            order by r.until_version desc nulls first, r.id desc limit :limit
            """;

    private static final String ADD = """
            insert into perezvon.reading_rule (saying, words, sender, since_version)
            values (:saying, :words, :sender, :version)
            """;

    private static final String TAKE_BACK = """
            update perezvon.reading_rule set until_version = :version where id in (:ids) and until_version is null
            """;

    private static final String NEW_VERSION = """
            insert into perezvon.reading_rules_version (changed_at, changed_by, outcome) values (:at, :by, :outcome)
            returning version
            """;

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A rule as it was kept.
     *
     * @param until the version with which it was taken back; null while it holds
     */
    record Kept(
            long id,
            OwnRule rule,
            long since,
            Instant sinceAt,
            String sinceBy,
            @Nullable Long until,
            @Nullable Instant untilAt,
            @Nullable String untilBy) {

        boolean holds() {
            return until == null;
        }
    }

    /** 0 before the first change. */
    long version() {
        return jdbc.sql("select coalesce(max(version), 0) from perezvon.reading_rules_version")
                .query(Long.class)
                .single();
    }

    List<OwnRule> holding() {
        return jdbc.sql("select * from perezvon.reading_rule where until_version is null order by id")
                .query((row, n) -> rule(row))
                .list();
    }

    /** Those that hold first, then those taken back, newest first. */
    List<Kept> history(int limit) {
        return jdbc.sql(HISTORY)
                .param("limit", limit)
                .query((row, n) -> kept(row))
                .list();
    }

    /** One change at a time, so that each is tried on what the one before has left. */
    void lock() {
        jdbc.sql("lock table perezvon.reading_rules_version in exclusive mode").update();
    }

    long begin(Instant at, String by, String outcome) {
        return jdbc.sql(NEW_VERSION)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }

    void add(OwnRule rule, long version) {
        jdbc.sql(ADD)
                .param("saying", rule.saying().name())
                .param("words", rule.words())
                .param("sender", rule.sender())
                .param("version", version)
                .update();
    }

    /** How many of them held until now. */
    int takeBack(Collection<Long> ids, long version) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql(TAKE_BACK)
                        .param("ids", ids)
                        .param("version", version)
                        .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        OffsetDateTime untilAt = row.getObject("until_at", OffsetDateTime.class);
        return new Kept(
                row.getLong("id"),
                rule(row),
                row.getLong("since_version"),
                row.getObject("since_at", OffsetDateTime.class).toInstant(),
                row.getString("since_by"),
                row.getObject("until_version", Long.class),
                untilAt == null ? null : untilAt.toInstant(),
                row.getString("until_by"));
    }

    private static OwnRule rule(ResultSet row) throws SQLException {
        return new OwnRule(Saying.valueOf(row.getString("saying")), row.getString("words"), row.getString("sender"));
    }
}
