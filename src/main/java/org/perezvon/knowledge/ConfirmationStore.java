package org.perezvon.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code knowledge_round}, {@code knowledge_round_item} and {@code knowledge_round_mail}. */
@Component
class ConfirmationStore {

    private static final String EXPIRING = """
            select v.id, v.item_id, v.agency_code, v.valid_until
            from perezvon.knowledge_version v join perezvon.knowledge_item i on i.id = v.item_id
            where v.is_current and i.retired_at is null and v.valid_until between :from and :until
              and not exists (select 1 from perezvon.knowledge_round_item r where r.version_id = v.id)
            order by v.agency_code, v.valid_until, v.item_id
            """;

    private static final String ENTRIES = """
            select r.*, v.is_current and i.retired_at is null as untouched
            from perezvon.knowledge_round_item r join perezvon.knowledge_version v on v.id = r.version_id
              join perezvon.knowledge_item i on i.id = r.item_id
            where r.round_id = :round order by r.number
            """;

    private final JdbcClient jdbc;

    ConfirmationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item that ends soon. */
    record Expiring(long version, long item, String agency, LocalDate until) {}

    /** Of which nobody was asked yet, by agency and last day. */
    List<Expiring> expiring(LocalDate from, LocalDate until) {
        return jdbc.sql(EXPIRING)
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new Expiring(
                        row.getLong("id"),
                        row.getLong("item_id"),
                        row.getString("agency_code"),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    long add(String agency, LocalDate until, List<Expiring> items, Instant now) {
        long round = jdbc.sql("""
                        insert into perezvon.knowledge_round (agency_code, valid_until, begun_at)
                        values (:agency, :until, :now) returning id
                        """)
                .param("agency", agency)
                .param("until", until)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        for (int number = 1; number <= items.size(); number++) {
            Expiring item = items.get(number - 1);
            jdbc.sql("""
                            insert into perezvon.knowledge_round_item (round_id, number, item_id, version_id)
                            values (:round, :number, :item, :version)
                            """)
                    .param("round", round)
                    .param("number", number)
                    .param("item", item.item())
                    .param("version", item.version())
                    .update();
        }
        return round;
    }

    /** Whoever changes a round locks it first. */
    Optional<ConfirmationRound> lock(long id) {
        return jdbc.sql("select id from perezvon.knowledge_round where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    Optional<ConfirmationRound> find(long id) {
        return jdbc.sql("select * from perezvon.knowledge_round where id = :id")
                .param("id", id)
                .query((row, n) -> new ConfirmationRound(
                        id,
                        row.getString("agency_code"),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        entries(id)))
                .optional();
    }

    private List<ConfirmationRound.Entry> entries(long round) {
        return jdbc.sql(ENTRIES)
                .param("round", round)
                .query((row, n) -> entry(row))
                .list();
    }

    private static ConfirmationRound.Entry entry(ResultSet row) throws SQLException {
        return new ConfirmationRound.Entry(
                row.getInt("number"),
                row.getLong("item_id"),
                row.getLong("version_id"),
                Optional.ofNullable(row.getString("outcome")).map(ConfirmationRound.Outcome::valueOf),
                row.getBoolean("untouched"));
    }

    void ended(long round, ConfirmationRound.Entry entry, ConfirmationRound.Outcome outcome) {
        jdbc.sql("""
                update perezvon.knowledge_round_item set outcome = :outcome where round_id = :round and number = :number
                """)
                .param("round", round)
                .param("number", entry.number())
                .param("outcome", outcome.name())
                .update();
    }

    /** @return whether this letter is new to it */
    boolean add(long round, long mail) {
        return jdbc.sql("""
                                insert into perezvon.knowledge_round_mail (mail_id, round_id) values (:mail, :round)
                                on conflict do nothing
                                """).param("mail", mail).param("round", round).update() == 1;
    }
}
