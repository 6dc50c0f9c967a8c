package org.perezvon.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every letter the demo's mail server ever accepted, in the order of acceptance. GreenMail forgets when its process ends;
 * this table does not.
 */
final class MailArchive {

    private static final String CREATE = """
            create schema if not exists perezvon_demo;
            create table if not exists perezvon_demo.mail (
              id          bigserial primary key,
              mailbox     text not null,
              sender      text not null,
              recipient   text not null,
              raw         bytea not null,
              received_at timestamptz not null
            );
            create index if not exists mail_by_mailbox on perezvon_demo.mail (mailbox, id)""";

    private static final String KEEP = """
            insert into perezvon_demo.mail (mailbox, sender, recipient, raw, received_at)
            values (:mailbox, :sender, :recipient, :raw, :receivedAt)""";

    private static final String IN_ORDER = "select mailbox, raw, received_at from perezvon_demo.mail order by id";

    private static final String NEWEST_OF_MAILBOX = """
            select id, mailbox, sender, raw, received_at from perezvon_demo.mail
             where mailbox = :mailbox order by id desc limit :limit""";

    private static final String NEWEST_BY_SENDER = """
            select id, mailbox, sender, raw, received_at from perezvon_demo.mail
             where sender = :mailbox order by id desc limit :limit""";

    private static final String ONE =
            "select id, mailbox, sender, raw, received_at from perezvon_demo.mail where id = :id";

    private static final String MAILBOXES = """
            select mailbox, count(*) as letters, max(id) as newest from perezvon_demo.mail
             group by mailbox order by mailbox""";

    private final JdbcClient jdbc;
    private final TransactionTemplate together;

    MailArchive(JdbcClient jdbc, DataSourceTransactionManager transactions) {
        this.jdbc = jdbc;
        this.together = new TransactionTemplate(transactions);
        jdbc.sql(CREATE).update();
    }

    /** Committed when it returns: for all recipients or for none. */
    void keep(String sender, Collection<String> recipients, byte[] raw, Instant receivedAt) {
        together.executeWithoutResult(transaction -> recipients.forEach(recipient -> jdbc.sql(KEEP)
                .param("mailbox", mailboxOf(recipient))
                .param("sender", sender)
                .param("recipient", recipient)
                .param("raw", raw)
                .param("receivedAt", Timestamp.from(receivedAt))
                .update()));
    }

    /** Hands every letter over once more, oldest first. */
    void replay(Delivery delivery) {
        jdbc.sql(IN_ORDER).query(row -> {
            delivery.deliver(
                    row.getString("mailbox"),
                    row.getBytes("raw"),
                    row.getTimestamp("received_at").toInstant());
        });
    }

    /** What lies in a mailbox, newest first. */
    List<ReceivedLetter> received(String mailbox, int limit) {
        return newest(NEWEST_OF_MAILBOX, mailbox, limit);
    }

    /** What was sent from a mailbox, newest first. */
    List<ReceivedLetter> sent(String mailbox, int limit) {
        return newest(NEWEST_BY_SENDER, mailbox, limit);
    }

    private List<ReceivedLetter> newest(String sql, String mailbox, int limit) {
        return jdbc.sql(sql)
                .param("mailbox", mailbox)
                .param("limit", limit)
                .query((row, number) -> letter(row))
                .list();
    }

    Optional<ReceivedLetter> letter(long id) {
        return jdbc.sql(ONE).param("id", id).query((row, number) -> letter(row)).optional();
    }

    /** @param newest id of the last letter that came */
    record Holding(String mailbox, int letters, long newest) {}

    List<Holding> mailboxes() {
        return jdbc.sql(MAILBOXES)
                .query((row, number) ->
                        new Holding(row.getString("mailbox"), row.getInt("letters"), row.getLong("newest")))
                .list();
    }

    private static ReceivedLetter letter(ResultSet row) throws SQLException {
        return ReceivedLetter.read(
                new ReceivedLetter.Envelope(
                        row.getLong("id"),
                        row.getString("mailbox"),
                        row.getString("sender"),
                        row.getTimestamp("received_at").toInstant()),
                row.getBytes("raw"));
    }

    /** {@code box+detail@host} lies in {@code box@host} (RFC 5233). */
    static String mailboxOf(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    @FunctionalInterface
    interface Delivery {
        void deliver(String mailbox, byte[] raw, Instant receivedAt);
    }
}
