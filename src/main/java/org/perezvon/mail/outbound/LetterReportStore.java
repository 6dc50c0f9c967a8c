package org.perezvon.mail.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.perezvon.mail.DeliveryReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code letter_report}. */
@Component
class LetterReportStore {

    private static final String ADD = """
            insert into perezvon.letter_report (letter_id, raw_mail_id, received_at, kind, recipient, server, status, diagnostic)
            values (:letter, :mail, :at, :kind, :recipient, :server, :status, :diagnostic) on conflict do nothing
            """;

    private static final String WITH_MESSAGE_IDS = """
            select id, message_id, to_address from perezvon.letter
            where conversation_id = :conversation and message_id in (:ids) order by id
            """;

    private static final String SENT_IN = """
            select id, message_id, to_address from perezvon.letter
            where conversation_id = :conversation and to_address in (:recipients) and accepted_at is not null order by id
            """;

    private static final String ABOUT = """
            select r.* from perezvon.letter_report r join perezvon.letter l on l.id = r.letter_id
            join perezvon.conversation c on c.id = l.conversation_id
            where c.reference = :reference order by r.id
            """;

    private final JdbcClient jdbc;

    LetterReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter that a report is about. */
    record Known(long id, String messageId, String toAddress) {}

    List<Known> withMessageIds(long conversation, List<String> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : jdbc.sql(WITH_MESSAGE_IDS)
                        .param("conversation", conversation)
                        .param("ids", messageIds)
                        .query(Known.class)
                        .list();
    }

    List<Known> sentIn(long conversation, List<String> recipients) {
        return recipients.isEmpty()
                ? List.of()
                : jdbc.sql(SENT_IN)
                        .param("conversation", conversation)
                        .param("recipients", recipients)
                        .query(Known.class)
                        .list();
    }

    void add(long letter, DeliveryReport report) {
        jdbc.sql(ADD)
                .param("letter", letter)
                .param("mail", report.mailId())
                .param("at", report.receivedAt().atOffset(ZoneOffset.UTC))
                .param("kind", report.kind().name())
                .param("recipient", report.recipient())
                .param("server", report.server())
                .param("status", report.status())
                .param("diagnostic", report.diagnostic())
                .update();
    }

    /** By the letter's id, oldest first. */
    Map<Long, List<DeliveryReport>> about(String reference) {
        return jdbc
                .sql(ABOUT)
                .param("reference", reference)
                .query((row, n) -> Map.entry(row.getLong("letter_id"), report(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static DeliveryReport report(ResultSet row) throws SQLException {
        return new DeliveryReport(
                row.getLong("raw_mail_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                DeliveryReport.Kind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("server"),
                row.getString("status"),
                row.getString("diagnostic"));
    }
}
