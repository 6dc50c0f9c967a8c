package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code knowledge_miss}, and items nobody has used. */
@Component
class MissStore {

    private static final String ADD = """
            insert into perezvon.knowledge_miss (missed_on, words, times) values (:day, :words, 1)
            on conflict (missed_on, words) do update set times = perezvon.knowledge_miss.times + 1
            """;

    private static final String MISSED = """
            select array_to_string(words, ' ') as words, sum(times) as times from perezvon.knowledge_miss
            where missed_on between :from and :to group by words order by sum(times) desc, words limit :limit
            """;

    private static final String UNUSED = """
            select v.item_id, v.title, v.agency_code, v.published_at::date as since
            from perezvon.knowledge_version v join perezvon.knowledge_item i on i.id = v.item_id
            where v.is_current and i.retired_at is null and i.uses = 0
              and (select min(o.published_at) from perezvon.knowledge_version o where o.item_id = v.item_id) < :before
            order by v.published_at, v.item_id limit :limit
            """;

    private final JdbcClient jdbc;

    MissStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param words in alphabetic order */
    void add(LocalDate day, List<String> words) {
        jdbc.sql(ADD)
                .param("day", day)
                .param("words", words.toArray(String[]::new))
                .update();
    }

    List<KnowledgeGaps.Missed> missed(LocalDate from, LocalDate to, int limit) {
        return jdbc.sql(MISSED)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query((row, n) -> new KnowledgeGaps.Missed(row.getString("words"), row.getInt("times")))
                .list();
    }

    List<KnowledgeGaps.Unused> unused(LocalDate before, int limit) {
        return jdbc.sql(UNUSED)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new KnowledgeGaps.Unused(
                        row.getLong("item_id"),
                        row.getString("title"),
                        row.getString("agency_code"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }
}
