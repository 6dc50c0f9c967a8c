package org.perezvon.directory;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code topic}, {@code topic_word} and {@code agency_word}: which words lead to which agency. */
@Component
class CompetenceStore {

    private static final String MENTIONS = """
            with typed as materialized (
              select words, tsvector_to_array(words) as lexemes from perezvon.plain_russian(:typed) as words),
            about as materialized (
              select t.topic_code, t.word
              from typed join perezvon.topic_word t on t.lexeme = any (typed.lexemes) and typed.words @@ t.asked)
            select w.agency_code, w.kind, w.word, '' as topic, '' as title
            from typed join perezvon.agency_word w on w.lexeme = any (typed.lexemes) and typed.words @@ w.asked
            union all
            select distinct w.agency_code, 'TOPIC', a.word, a.topic_code, topic.title
            from about a
            join perezvon.topic on topic.code = a.topic_code
            join perezvon.topic_word t on t.topic_code = a.topic_code
            join perezvon.agency_word w on w.words @@ t.asked
            """;

    private final JdbcClient jdbc;

    CompetenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every agency a text speaks of, in any case and order of words. */
    List<Mention> mentions(String typed) {
        return jdbc.sql(MENTIONS)
                .param("typed", typed)
                .query((row, n) -> new Mention(
                        row.getString("agency_code"),
                        Mention.Kind.valueOf(row.getString("kind")),
                        row.getString("word"),
                        row.getString("topic"),
                        row.getString("title")))
                .list();
    }

    void saveWords(Agency agency) {
        jdbc.sql("delete from perezvon.agency_word where agency_code = :code")
                .param("code", agency.code())
                .update();
        jdbc.sql("""
                        insert into perezvon.agency_word (agency_code, kind, word)
                        select :code, 'WORD', word from unnest(cast(:topics as text[])) as word
                        union
                        select :code, 'NAME', word from unnest(cast(:names as text[])) as word
                        """)
                .param("code", agency.code())
                .param("topics", agency.topics().toArray(String[]::new))
                .param("names", Stream.of(agency.name(), agency.shortName()).toArray(String[]::new))
                .update();
    }

    List<Topic> topics() {
        return jdbc.sql("""
                        select t.*, array(select word from perezvon.topic_word w where w.topic_code = t.code order by word)
                               as all_words
                        from perezvon.topic t order by t.title
                        """)
                .query((row, n) -> new Topic(row.getString("code"), row.getString("title"), List.of((String[])
                        row.getArray("all_words").getArray())))
                .list();
    }

    void save(Topic topic) {
        jdbc.sql("""
                        insert into perezvon.topic (code, title) values (:code, :title)
                        on conflict (code) do update set title = excluded.title
                        """).param("code", topic.code()).param("title", topic.title()).update();
        jdbc.sql("delete from perezvon.topic_word where topic_code = :code")
                .param("code", topic.code())
                .update();
        jdbc.sql(
                        "insert into perezvon.topic_word (topic_code, word) select :code, word from unnest(cast(:words as text[])) as word")
                .param("code", topic.code())
                .param("words", topic.words().toArray(String[]::new))
                .update();
    }
}
