package org.perezvon.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code knowledge_item} and {@code knowledge_version}. */
@Component
class ItemStore {

    private static final String ITEMS = """
            select v.*, i.uses, i.last_used_at, i.retired_at, i.retired_by, i.retired_why
            from perezvon.knowledge_version v join perezvon.knowledge_item i on i.id = v.item_id
            where v.is_current and i.id = any(:items)
            """;

    private static final String SHELF = """
            select v.*, i.uses, i.last_used_at, i.retired_at, i.retired_by, i.retired_why
            from perezvon.knowledge_version v join perezvon.knowledge_item i on i.id = v.item_id
            where v.is_current and i.id < :behind
              and (cast(:agency as text) is null or v.agency_code = :agency)
              and (cast(:kind as text) is null or v.kind = :kind)
              and case cast(:state as text)
                    when 'RETIRED' then i.retired_at is not null
                    when 'EXPIRED' then i.retired_at is null and v.valid_until < :today
                    when 'AHEAD' then i.retired_at is null and v.valid_from > :today
                    when 'IN_FORCE' then i.retired_at is null and coalesce(v.valid_until >= :today, true)
                      and coalesce(v.valid_from <= :today, true)
                    else i.retired_at is null end
            order by i.id desc limit :limit
            """;

    private static final String TITLED = """
            select v.item_id from perezvon.knowledge_version v join perezvon.knowledge_item i on i.id = v.item_id
            where v.is_current and v.agency_code = :agency and v.title = :title and i.retired_at is null
            order by v.item_id limit 1
            """;

    private static final String ADD = """
            insert into perezvon.knowledge_version (item_id, number, kind, agency_code, title, text, steps, source, topics,
              valid_from, valid_until, published_at, published_by, why, is_current)
            select :item, coalesce(max(number), 0) + 1, :kind, :agency, :title, :text, :steps, :source, :topics,
              cast(:validFrom as date), cast(:validUntil as date), cast(:now as timestamptz), :by, :why, true
            from perezvon.knowledge_version where item_id = :item
            returning *
            """;

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnowledgeVersion> version(long id) {
        return jdbc.sql("select * from perezvon.knowledge_version where id = :id")
                .param("id", id)
                .query((row, n) -> version(row))
                .optional();
    }

    /** The newest first. */
    List<KnowledgeVersion> versions(long item) {
        return jdbc.sql("select * from perezvon.knowledge_version where item_id = :item order by number desc")
                .param("item", item)
                .query((row, n) -> version(row))
                .list();
    }

    /** In no order. */
    List<KnowledgeItem> items(Collection<Long> ids) {
        return jdbc.sql(ITEMS)
                .param("items", ids.toArray(Long[]::new))
                .query((row, n) -> item(row))
                .list();
    }

    /** The newest first, of those that came before {@code behind}. */
    List<KnowledgeItem> shelf(Shelf shelf, LocalDate today, long behind, int limit) {
        return jdbc.sql(SHELF)
                .param("agency", shelf.agencyCode().orElse(null))
                .param("kind", shelf.kind().map(ItemKind::name).orElse(null))
                .param("state", shelf.state().map(ItemView.State::name).orElse(null))
                .param("today", today)
                .param("behind", behind)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    Optional<Long> titled(String agency, String title) {
        return jdbc.sql(TITLED)
                .param("agency", agency)
                .param("title", title)
                .query(Long.class)
                .optional();
    }

    long open() {
        return jdbc.sql("insert into perezvon.knowledge_item default values returning id")
                .query(Long.class)
                .single();
    }

    /** Whoever changes an item locks it first. @return whether there is one */
    boolean lock(long item) {
        return jdbc.sql("select id from perezvon.knowledge_item where id = :item for update")
                .param("item", item)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    KnowledgeVersion add(long item, Edition edition, String by, String why, Instant now) {
        jdbc.sql("update perezvon.knowledge_version set is_current = false where item_id = :item and is_current")
                .param("item", item)
                .update();
        return jdbc.sql(ADD)
                .param("item", item)
                .param("kind", edition.kind().name())
                .param("agency", edition.agencyCode())
                .param("title", edition.title())
                .param("text", edition.text())
                .param("steps", edition.steps().toArray(String[]::new))
                .param("source", edition.source())
                .param("topics", edition.topics().toArray(String[]::new))
                .param("validFrom", edition.validity().from().orElse(null))
                .param("validUntil", edition.validity().until().orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("why", why)
                .query((row, n) -> version(row))
                .single();
    }

    void retire(long item, String by, String why, Instant now) {
        jdbc.sql("""
                update perezvon.knowledge_item set retired_at = :now, retired_by = :by, retired_why = :why where id = :item
                """)
                .param("item", item)
                .param("by", by)
                .param("why", why)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void bringBack(long item) {
        jdbc.sql("""
                update perezvon.knowledge_item set retired_at = null, retired_by = null, retired_why = null where id = :item
                """).param("item", item).update();
    }

    void said(long version, Instant now) {
        jdbc.sql("""
                update perezvon.knowledge_item set uses = uses + 1, last_used_at = greatest(last_used_at, :now)
                where id = (select item_id from perezvon.knowledge_version where id = :version)
                """)
                .param("version", version)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Items in the base whose words were made by other rules than today's, or never. */
    List<Long> notIndexed(int edition, int limit) {
        return jdbc.sql("""
                select i.id from perezvon.knowledge_item i
                where i.retired_at is null
                  and not exists (select 1 from perezvon.knowledge_words w where w.item_id = i.id and w.edition = :edition)
                order by i.id limit :limit for update of i skip locked
                """)
                .param("edition", edition)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private static KnowledgeVersion version(ResultSet row) throws SQLException {
        Edition edition = new Edition(
                ItemKind.valueOf(row.getString("kind")),
                row.getString("agency_code"),
                row.getString("title"),
                row.getString("text"),
                List.of((String[]) row.getArray("steps").getArray()),
                row.getString("source"),
                List.of((String[]) row.getArray("topics").getArray()),
                new Validity(
                        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))));
        return new KnowledgeVersion(
                row.getLong("id"),
                row.getLong("item_id"),
                row.getInt("number"),
                edition,
                row.getBoolean("is_current"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("why"));
    }

    private static KnowledgeItem item(ResultSet row) throws SQLException {
        return new KnowledgeItem(
                row.getLong("item_id"),
                version(row),
                row.getInt("uses"),
                instant(row, "last_used_at"),
                instant(row, "retired_at").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new KnowledgeItem.Retirement(
                                instant(row, "retired_at").orElseThrow(),
                                row.getString("retired_by"),
                                row.getString("retired_why"))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
