package org.perezvon.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code answer_template}. */
@Component
class AnswerTemplateStore {

    // Every word as a prefix: the operator is still typing. Any of them may match, the rank puts the closest first;
    // the trigram part forgives a slip of the finger in the title.
    private static final String SEARCH = """
            with q as (select to_tsquery('russian', :anyWord) as any_word, to_tsquery('russian', :allWords) as all_words)
            select t.* from perezvon.answer_template t, q
            where (t.words @@ q.any_word or t.title operator(public.%) :typed)
              and (t.valid_until is null or t.valid_until >= :today)
              and not exists (select 1 from perezvon.answer_template newer
                              where newer.agency_code = t.agency_code and newer.title = t.title and newer.version > t.version)
            order by (t.words @@ q.all_words) desc,
                     ts_rank(t.words, q.any_word) + public.similarity(t.title, :typed) desc, t.id
            limit :limit
            """;

    private static final String ADD = """
            insert into perezvon.answer_template (agency_code, title, answer, source, version, valid_until, published_at)
            select cast(:agency as text), cast(:title as text), cast(:answer as text), cast(:source as text), coalesce(max(version), 0) + 1, cast(:validUntil as date), cast(:now as timestamptz)
            from perezvon.answer_template where agency_code = :agency and title = :title
            returning *
            """;

    private static final String NEWEST = """
            select * from perezvon.answer_template where agency_code = :agency and title = :title
            order by version desc limit 1
            """;

    private final JdbcClient jdbc;

    AnswerTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AnswerTemplate> search(String typed, LocalDate today, int limit) {
        List<String> words = Arrays.stream(typed.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isBlank())
                .limit(32)
                .map(word -> "'" + word + "':*")
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SEARCH)
                .param("anyWord", words.stream().collect(Collectors.joining(" | ")))
                .param("allWords", words.stream().collect(Collectors.joining(" & ")))
                .param("typed", typed)
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> template(row))
                .list();
    }

    Optional<AnswerTemplate> find(long id) {
        return jdbc.sql("select * from perezvon.answer_template where id = :id")
                .param("id", id)
                .query((row, n) -> template(row))
                .optional();
    }

    Optional<AnswerTemplate> newest(String agency, String title) {
        return jdbc.sql(NEWEST)
                .param("agency", agency)
                .param("title", title)
                .query((row, n) -> template(row))
                .optional();
    }

    AnswerTemplate add(
            String agency, String title, String answer, String source, Optional<LocalDate> validUntil, Instant now) {
        return jdbc.sql(ADD)
                .param("agency", agency)
                .param("title", title)
                .param("answer", answer)
                .param("source", source)
                .param("validUntil", validUntil.orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> template(row))
                .single();
    }

    private static AnswerTemplate template(ResultSet row) throws SQLException {
        return new AnswerTemplate(
                row.getLong("id"),
                row.getString("agency_code"),
                row.getString("title"),
                row.getString("answer"),
                row.getString("source"),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
    }
}
