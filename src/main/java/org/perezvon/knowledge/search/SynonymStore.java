package org.perezvon.knowledge.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code knowledge_synonym}. */
@Component
class SynonymStore {

    private final JdbcClient jdbc;

    SynonymStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another number means other groups. */
    long edition() {
        return jdbc.sql("select edition from perezvon.knowledge_synonym_edition")
                .query(Long.class)
                .single();
    }

    List<SynonymGroup> all() {
        return jdbc.sql("select id, terms from perezvon.knowledge_synonym order by id")
                .query((row, n) -> new SynonymGroup(row.getLong("id"), List.of((String[])
                        row.getArray("terms").getArray())))
                .list();
    }

    long add(List<String> terms, String by, Instant now) {
        long id = jdbc.sql("""
                insert into perezvon.knowledge_synonym (terms, changed_at, changed_by) values (:terms, :now, :by)
                returning id
                """)
                .param("terms", terms.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
        changed();
        return id;
    }

    /** @return whether there was such a group */
    boolean remove(long id) {
        boolean removed = jdbc.sql("delete from perezvon.knowledge_synonym where id = :id")
                        .param("id", id)
                        .update()
                == 1;
        changed();
        return removed;
    }

    private void changed() {
        jdbc.sql("update perezvon.knowledge_synonym_edition set edition = edition + 1")
                .update();
    }
}
