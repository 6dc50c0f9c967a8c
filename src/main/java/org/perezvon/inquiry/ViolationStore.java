package org.perezvon.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The view {@code violation_register}. */
@Component
class ViolationStore {

    private static final String FIND = """
            select v.* from perezvon.violation_register v
            where (cast(:agency as text) is null or v.agency_code = :agency)
              and (cast(:kind as text) is null or v.kind = :kind)
              and (cast(:from as timestamptz) is null or v.occurred_at >= :from)
              and (cast(:until as timestamptz) is null or v.occurred_at < :until)
              and (:withdrawn or v.withdrawn_at is null)
              and (cast(:beforeAt as timestamptz) is null or (v.occurred_at, v.id) < (:beforeAt, :beforeId))
            order by v.occurred_at desc, v.id desc limit :limit
            """;

    private final JdbcClient jdbc;

    ViolationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param behind the last one that is known already; the next ones are older */
    List<RecordedViolation> page(ViolationQuery query, Optional<RecordedViolation> behind, int limit) {
        return asked(query, behind)
                .param("limit", limit)
                .query((row, n) -> violation(row))
                .list();
    }

    Optional<RecordedViolation> find(long id) {
        return jdbc.sql("select v.* from perezvon.violation_register v where v.id = :id")
                .param("id", id)
                .query((row, n) -> violation(row))
                .optional();
    }

    private JdbcClient.StatementSpec asked(ViolationQuery query, Optional<RecordedViolation> behind) {
        return jdbc.sql(FIND)
                .param("agency", query.agency().orElse(null))
                .param("kind", query.kind().map(Violation::name).orElse(null))
                .param("from", query.from().map(ViolationStore::utc).orElse(null))
                .param("until", query.until().map(ViolationStore::utc).orElse(null))
                .param("withdrawn", query.withdrawn())
                .param(
                        "beforeAt",
                        behind.map(RecordedViolation::at)
                                .map(ViolationStore::utc)
                                .orElse(null))
                .param("beforeId", behind.map(RecordedViolation::id).orElse(0L));
    }

    private static RecordedViolation violation(ResultSet row) throws SQLException {
        return new RecordedViolation(
                row.getLong("id"),
                Violation.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("inquiry_id")).map(InquiryId::parse),
                row.getString("number"),
                row.getString("agency_code"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("evidence").lines().toList(),
                moment(row, "answered_at"),
                moment(row, "withdrawn_at"),
                Optional.ofNullable(row.getString("withdrawn_why")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
