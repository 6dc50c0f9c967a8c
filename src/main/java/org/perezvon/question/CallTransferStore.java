package org.perezvon.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code call_transfer}: at most one to a question. */
@Component
class CallTransferStore {

    private static final String ADD = """
            insert into perezvon.call_transfer (question_id, agency_code, phone, clause, begun_at, operator, otherwise)
            values (:question, :agency, :phone, :clause, :at, :operator, :otherwise)
            """;

    private static final String SETTLE = """
            update perezvon.call_transfer
            set outcome = :outcome, settled_at = :at, settled_by = :by, note = :note
            where question_id = :question and outcome is null
            """;

    private final JdbcClient jdbc;

    CallTransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long question, CallTransfer transfer) {
        jdbc.sql(ADD)
                .param("question", question)
                .param("agency", transfer.agencyCode())
                .param("phone", transfer.phone())
                .param("clause", transfer.clause())
                .param("at", utc(transfer.begunAt()))
                .param("operator", transfer.operator())
                .param("otherwise", transfer.otherwise().toArray(String[]::new))
                .update();
    }

    Optional<CallTransfer> find(long question) {
        return jdbc.sql("select * from perezvon.call_transfer where question_id = :question")
                .param("question", question)
                .query((row, n) -> transfer(row))
                .optional();
    }

    /** The operator and the timer follow each other. */
    void lock(long question) {
        jdbc.sql("select 1 from perezvon.call_transfer where question_id = :question for update")
                .param("question", question)
                .query(Integer.class)
                .list();
    }

    /** What was noted down first stays. */
    void settle(long question, CallTransfer.Settlement settlement) {
        jdbc.sql(SETTLE)
                .param("question", question)
                .param("outcome", settlement.outcome().name())
                .param("at", utc(settlement.at()))
                .param("by", settlement.by())
                .param("note", settlement.note().orElse(null))
                .update();
    }

    private static CallTransfer transfer(ResultSet row) throws SQLException {
        Optional<CallTransfer.Settlement> settled = row.getString("outcome") == null
                ? Optional.empty()
                : Optional.of(new CallTransfer.Settlement(
                        TransferOutcome.valueOf(row.getString("outcome")),
                        instant(row, "settled_at"),
                        row.getString("settled_by"),
                        Optional.ofNullable(row.getString("note"))));
        return new CallTransfer(
                row.getString("agency_code"),
                row.getString("phone"),
                row.getString("clause"),
                instant(row, "begun_at"),
                row.getString("operator"),
                List.of((String[]) row.getArray("otherwise").getArray()),
                settled);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
