package org.perezvon.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open inquiries in their editions, and the table {@code term_change}. */
@Component
class TermChangeStore {

    private static final String CLAIM_OUTDATED = """
            select i.* from perezvon.inquiry i
            join unnest(:codes::text[], :editions::bigint[]) as a (code, edition) on i.agency_code = a.code
            where i.state in ('WAITING', 'OVERDUE') and i.calendar_edition < a.edition
            limit :limit for update of i skip locked
            """;

    private static final String COUNT_OUTDATED = """
            select count(*) from perezvon.inquiry i
            join unnest(:codes::text[], :editions::bigint[]) as a (code, edition) on i.agency_code = a.code
            where i.state in ('WAITING', 'OVERDUE') and i.calendar_edition < a.edition
            """;

    private static final String OPEN = """
            select * from perezvon.inquiry
            where state in ('WAITING', 'OVERDUE') and agency_code = any(:codes) and id > :after
            order by id limit :limit
            """;

    private static final String RECORD = """
            insert into perezvon.term_change (inquiry_id, changed_at, edition, due_before, due_after, maximum_before,
              maximum_after, derivation_before, derivation_after)
            select i.id, :now, m.edition, i.due_at, m.due, i.maximum_at, m.maximum, i.derivation,
              string_to_array(m.derivation, E'\\n')
            from unnest(:ids::uuid[], :editions::bigint[], :dues::timestamptz[], :maxima::timestamptz[], :derivations::text[])
              as m (id, edition, due, maximum, derivation)
            join perezvon.inquiry i on i.id = m.id
            """;

    private static final String RECORD_ONE = """
            insert into perezvon.term_change (inquiry_id, changed_at, edition, due_before, due_after, maximum_before,
              maximum_after, derivation_before, derivation_after, cause)
            values (:id, :now, :edition, :dueBefore, :dueAfter, :maximumBefore, :maximumAfter, :derivationBefore,
              :derivationAfter, :cause)
            """;

    private static final String MOVE = """
            update perezvon.inquiry i set due_at = m.due, target_at = m.target, maximum_at = m.maximum,
              reminder_at = m.reminder, provisional = m.provisional, explanation = m.explanation,
              derivation = string_to_array(m.derivation, E'\\n'), calendar_edition = m.edition
            from unnest(:ids::uuid[], :editions::bigint[], :dues::timestamptz[], :targets::timestamptz[],
                :maxima::timestamptz[], :reminders::timestamptz[], :provisional::boolean[], :explanations::text[],
                :derivations::text[])
              as m (id, edition, due, target, maximum, reminder, provisional, explanation, derivation)
            where i.id = m.id
            """;

    private static final String LEAVE = """
            update perezvon.inquiry i set calendar_edition = m.edition
            from unnest(:ids::uuid[], :editions::bigint[]) as m (id, edition) where i.id = m.id
            """;

    private static final String OF_INQUIRY = """
            select * from perezvon.term_change where inquiry_id = :id order by id
            """;

    private final JdbcClient jdbc;
    private final InquiryRow rows;

    TermChangeStore(JdbcClient jdbc, InquiryRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** @param editions the newest edition by agency */
    List<Inquiry> claimOutdated(Map<String, Long> editions, int limit) {
        return jdbc.sql(CLAIM_OUTDATED)
                .param("codes", editions.keySet().toArray(String[]::new))
                .param("editions", editions.values().toArray(Long[]::new))
                .param("limit", limit)
                .query(rows)
                .list();
    }

    long countOutdated(Map<String, Long> editions) {
        return jdbc.sql(COUNT_OUTDATED)
                .param("codes", editions.keySet().toArray(String[]::new))
                .param("editions", editions.values().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** The next open inquiries of these agencies after one, in the order of their ids. */
    List<Inquiry> open(Collection<String> agencies, UUID after, int limit) {
        return jdbc.sql(OPEN)
                .param("codes", agencies.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** Keeps both derivations of one term. */
    void record(InquiryId id, Inquiry.Term before, Inquiry.Term after, TermChange.Cause cause, Instant now) {
        jdbc.sql(RECORD_ONE)
                .param("id", id.value())
                .param("cause", cause.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("edition", after.edition())
                .param("dueBefore", before.due().atOffset(ZoneOffset.UTC))
                .param("dueAfter", after.due().atOffset(ZoneOffset.UTC))
                .param("maximumBefore", before.maximum().atOffset(ZoneOffset.UTC))
                .param("maximumAfter", after.maximum().atOffset(ZoneOffset.UTC))
                .param("derivationBefore", before.derivation().toArray(String[]::new))
                .param("derivationAfter", after.derivation().toArray(String[]::new))
                .update();
    }

    /** Keeps both derivations, then lets the new term stand. */
    void move(List<TermMove> moves, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", now.atOffset(ZoneOffset.UTC));
        values.put("ids", values(moves, UUID[]::new, move -> move.inquiry().id().value()));
        values.put("editions", values(moves, Long[]::new, move -> move.after().edition()));
        values.put(
                "dues", values(moves, String[]::new, move -> move.after().due().toString()));
        values.put(
                "targets",
                values(moves, String[]::new, move -> move.after().target().toString()));
        values.put(
                "maxima",
                values(moves, String[]::new, move -> move.after().maximum().toString()));
        values.put(
                "reminders",
                values(moves, String[]::new, move -> move.after().reminder().toString()));
        values.put("provisional", values(moves, Boolean[]::new, move -> move.after()
                .provisional()));
        values.put("explanations", values(moves, String[]::new, move -> move.after()
                .explanation()));
        // Sentences have no line breaks; an array of arrays of unequal length is nothing SQL knows.
        values.put(
                "derivations",
                values(
                        moves,
                        String[]::new,
                        move -> String.join("\n", move.after().derivation())));
        jdbc.sql(RECORD).params(values).update();
        jdbc.sql(MOVE).params(values).update();
    }

    /** The new edition changes nothing for these. */
    void leave(List<TermMove> moves) {
        jdbc.sql(LEAVE)
                .param(
                        "ids",
                        values(moves, UUID[]::new, move -> move.inquiry().id().value()))
                .param("editions", values(moves, Long[]::new, move -> move.after()
                        .edition()))
                .update();
    }

    private static <T> T[] values(List<TermMove> moves, IntFunction<T[]> array, Function<TermMove, T> value) {
        return moves.stream().map(value).toArray(array);
    }

    List<TermChange> of(InquiryId id) {
        return jdbc.sql(OF_INQUIRY)
                .param("id", id.value())
                .query((row, n) -> change(row))
                .list();
    }

    private static TermChange change(ResultSet row) throws SQLException {
        return new TermChange(
                TermChange.Cause.valueOf(row.getString("cause")),
                moment(row, "changed_at"),
                row.getLong("edition"),
                moment(row, "due_before"),
                moment(row, "due_after"),
                moment(row, "maximum_before"),
                moment(row, "maximum_after"),
                texts(row, "derivation_before"),
                texts(row, "derivation_after"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
