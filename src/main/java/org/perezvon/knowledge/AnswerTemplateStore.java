package org.perezvon.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code answer_template}. */
@Component
class AnswerTemplateStore {

    // A word that few templates have says more than one that many have, and in the title it says twice as much. What
    // fits
    // far worse than the best is left out: an operator with a citizen on the line reads one answer, not eight.
    private static final String SEARCH = """
            with live as (
              select t.* from perezvon.answer_template t
              where (t.valid_until is null or t.valid_until >= :today)
                and not exists (select 1 from perezvon.answer_template newer
                                where newer.agency_code = t.agency_code and newer.title = t.title and newer.version > t.version)),
            word as (
              select to_tsquery('russian', term) as asked from unnest(cast(:terms as text[])) as term),
            weighed as (
              select asked, ln(1 + (select count(*) from live)::float8
                                 / (1 + (select count(*) from perezvon.answer_template t where t.words @@ asked))) as weight
              from word where numnode(asked) > 0),
            fit as (
              select l.id, sum(w.weight * case when ts_filter(l.words, '{a}') @@ w.asked then 2 else 1 end) as score
              from weighed w join live l on l.words @@ w.asked group by l.id
              union all
              select l.id, public.similarity(l.title, :typed) from live l where l.title operator(public.%) :typed),
            best as (select id, sum(score) as score from fit group by id)
            select l.* from live l join best b on b.id = l.id
            where b.score >= 0.4 * (select max(score) from best)
            order by b.score desc, l.id limit :limit
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
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SEARCH)
                .param("terms", terms(words, Character.isLetterOrDigit(typed.charAt(typed.length() - 1))))
                .param("typed", String.join(" ", words))
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> template(row))
                .list();
    }

    /** Each word by its stem; the last one, while it is still being typed, also by how it begins. */
    private static String[] terms(List<String> words, boolean unfinished) {
        String[] terms = words.stream().map(word -> "'" + word + "'").toArray(String[]::new);
        int last = terms.length - 1;
        if (unfinished && words.get(last).length() > 2) {
            terms[last] = terms[last] + ":* | " + terms[last];
        }
        return terms;
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
