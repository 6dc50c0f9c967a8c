package org.perezvon.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code reconciliation} and {@code reconciliation_finding}. */
@Component
class ReconciliationStore {

    private static final String NEXT_OPEN = """
            select * from perezvon.inquiry where state in ('WAITING', 'OVERDUE') and id > :after order by id limit :limit
            for update skip locked
            """;

    private static final String FIND = """
            insert into perezvon.reconciliation_finding
              (reconciliation_id, inquiry_id, element, problem, expected, found, repaired)
            values (:run, :inquiry, :element, :problem, :expected, :found, :repaired)
            """;

    private static final String LATEST = """
            select r.*, count(f.id) as found, count(f.id) filter (where f.repaired) as repaired
            from perezvon.reconciliation r left join perezvon.reconciliation_finding f on f.reconciliation_id = r.id
            group by r.id order by r.id desc limit :limit
            """;

    private static final String ONE = """
            select r.*, count(f.id) as found, count(f.id) filter (where f.repaired) as repaired
            from perezvon.reconciliation r left join perezvon.reconciliation_finding f on f.reconciliation_id = r.id
            where r.id = :id group by r.id
            """;

    private static final String FINDINGS = """
            select * from perezvon.reconciliation_finding where reconciliation_id = :run order by id limit :limit
            """;

    private final JdbcClient jdbc;
    private final InquiryRow rows;

    ReconciliationStore(JdbcClient jdbc, InquiryRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    long begin(Instant at) {
        return jdbc.sql("insert into perezvon.reconciliation (started_at) values (:at) returning id")
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    void end(long run, Instant at) {
        jdbc.sql("update perezvon.reconciliation set finished_at = :at where id = :id")
                .param("id", run)
                .param("at", utc(at))
                .update();
    }

    /** Open inquiries that nobody is busy with, in the order of their ids; held until the end of the transaction. */
    List<Inquiry> open(UUID after, int limit) {
        return jdbc.sql(NEXT_OPEN)
                .param("after", after)
                .param("limit", limit)
                .query(rows)
                .list();
    }

    void checked(long run, int more) {
        jdbc.sql("update perezvon.reconciliation set checked = checked + :more where id = :id")
                .param("id", run)
                .param("more", more)
                .update();
    }

    void found(long run, Reconciliation.Finding finding) {
        jdbc.sql(FIND)
                .param("run", run)
                .param("inquiry", finding.inquiry().value())
                .param("element", finding.element())
                .param("problem", finding.problem().name())
                .param("expected", utc(finding.expected()))
                .param("found", utc(finding.found()))
                .param("repaired", finding.repaired())
                .update();
    }

    List<Reconciliation> latest(int limit) {
        return jdbc.sql(LATEST)
                .param("limit", limit)
                .query((row, n) -> reconciliation(row, 0))
                .list();
    }

    Optional<Reconciliation> find(long run, int findings) {
        return jdbc.sql(ONE)
                .param("id", run)
                .query((row, n) -> reconciliation(row, findings))
                .optional();
    }

    private Reconciliation reconciliation(ResultSet row, int findings) throws SQLException {
        long id = row.getLong("id");
        return new Reconciliation(
                id,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                moment(row, "finished_at"),
                row.getInt("checked"),
                row.getInt("found"),
                row.getInt("repaired"),
                findings == 0
                        ? List.of()
                        : jdbc.sql(FINDINGS)
                                .param("run", id)
                                .param("limit", findings)
                                .query((finding, n) -> finding(finding))
                                .list());
    }

    private static Reconciliation.Finding finding(ResultSet row) throws SQLException {
        return new Reconciliation.Finding(
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("element"),
                Reconciliation.Problem.valueOf(row.getString("problem")),
                moment(row, "expected"),
                moment(row, "found"),
                row.getBoolean("repaired"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
