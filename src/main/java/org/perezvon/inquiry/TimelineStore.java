package org.perezvon.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the table {@code violation} tells of an inquiry's course. */
@Component
class TimelineStore {

    record Found(
            Violation kind,
            Instant at,
            String evidence,
            Optional<Instant> withdrawnAt,
            Optional<String> withdrawnWhy) {}

    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found> violations(InquiryId id) {
        return jdbc.sql("select * from perezvon.violation where inquiry_id = :id order by id")
                .param("id", id.value())
                .query((row, n) -> new Found(
                        Violation.valueOf(row.getString("kind")),
                        moment(row, "occurred_at"),
                        row.getString("evidence"),
                        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getString("withdrawn_why"))))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
