package org.perezvon.knowledge;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code knowledge_file}. */
@Component
class KnowledgeFileStore {

    private static final String COPY = """
            insert into perezvon.knowledge_file (version_id, number, name, type, bytes, sha256)
            select :to, number, name, type, bytes, sha256 from perezvon.knowledge_file where version_id = :from
            """;

    private static final String ADD = """
            insert into perezvon.knowledge_file (version_id, number, name, type, bytes, sha256)
            select :version, coalesce(max(number), 0) + 1, :name, :type, :bytes, :sha256
            from perezvon.knowledge_file where version_id = :version
            having not coalesce(bool_or(sha256 = :sha256), false)
            """;

    private final JdbcClient jdbc;

    KnowledgeFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KnowledgeFile> of(long version) {
        return jdbc.sql("""
                select number, name, type, bytes, sha256 from perezvon.knowledge_file where version_id = :version order by number
                """)
                .param("version", version)
                .query(KnowledgeFile.class)
                .list();
    }

    void copy(long from, long to) {
        jdbc.sql(COPY).param("from", from).param("to", to).update();
    }

    /** Behind the others, unless it is among them. */
    void add(long version, String name, String type, long bytes, String sha256) {
        jdbc.sql(ADD)
                .param("version", version)
                .param("name", name)
                .param("type", type)
                .param("bytes", bytes)
                .param("sha256", sha256)
                .update();
    }

    /** @return whether it was there */
    boolean remove(long version, int number) {
        return jdbc.sql("delete from perezvon.knowledge_file where version_id = :version and number = :number")
                        .param("version", version)
                        .param("number", number)
                        .update()
                == 1;
    }
}
