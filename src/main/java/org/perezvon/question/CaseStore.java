package org.perezvon.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perezvon.question.QuestionView.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases as a list, out of the tables {@code question}, {@code inquiry} and {@code call_back_round}. */
@Component
class CaseStore {

    /** After that a letter that has not left, or a citizen whom nobody has called, is stuck (I-10.1, I-11). */
    private static final Duration LETTER_LEAVES_WITHIN = Duration.ofMinutes(15);

    private static final Duration CALLED_BACK_WITHIN = Duration.ofHours(4);

    private static final String LATE = """
            (q.outcome is null and exists (
              select 1 from perezvon.inquiry i where i.question_number = q.number
                and (i.state = 'OVERDUE' or i.state = 'WAITING' and i.due_at < :now)))""";

    private static final String STUCK = """
            (q.outcome is null and (
              exists (select 1 from perezvon.inquiry i where i.question_number = q.number
                        and (i.state in ('UNDELIVERABLE', 'REFUSED')
                          or i.state in ('PLANNED', 'SENDING') and i.needed_at < :letterBefore))
              or exists (select 1 from perezvon.call_back_round r
                         where r.question_id = q.id and r.ended_at is null and r.opened_at < :calledBefore)))""";

    // As QuestionFiles sees it: no call-back while an agency is still waited for, unless one is under way.
    private static final String STATE = """
            (case when q.outcome is not null then 'CLOSED'
                  when q.answered_by is null
                    and not exists (select 1 from perezvon.inquiry i where i.question_number = q.number) then 'TRANSFER'
                  when exists (select 1 from perezvon.call_back_round r where r.question_id = q.id and r.ended_at is null)
                    or not exists (select 1 from perezvon.inquiry i where i.question_number = q.number
                                   and i.state not in ('ANSWERED', 'REDIRECTED', 'UNANSWERED', 'WITHDRAWN')) then 'CALL_BACK'
                  else 'WAITING' end)""";

    private static final String LINES = """
            select q.number, q.called_at, q.registered_by, left(q.text, 160) as text, q.outcome, %s as state,
                   %s as late, %s as stuck,
                   array(select i.agency_code from perezvon.inquiry i where i.question_number = q.number order by i.leg) as agencies,
                   (select min(i.due_at) from perezvon.inquiry i
                    where i.question_number = q.number and i.state in ('WAITING', 'OVERDUE')) as due
            from perezvon.question q where %s
            order by q.id desc limit :limit
            """;

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<CaseLine> page(CaseQuery query, int limit) {
        return jdbc.sql(LINES.formatted(STATE, LATE, STUCK, String.join(" and ", conditions(query))))
                .param("numbers", query.numbers().toArray(String[]::new))
                .param("agency", query.agency().orElse(""))
                .param("state", query.state().map(State::name).orElse(""))
                .param("behind", query.behind().orElse(""))
                .param("now", utc(query.now()))
                .param("letterBefore", utc(query.now().minus(LETTER_LEAVES_WITHIN)))
                .param("calledBefore", utc(query.now().minus(CALLED_BACK_WITHIN)))
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** Only what is asked for is a condition: each question finds its own index. */
    private static List<String> conditions(CaseQuery query) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (!query.numbers().isEmpty()) {
            conditions.add("q.number = any (:numbers)");
        }
        query.agency()
                .ifPresent(
                        code -> conditions.add(
                                "q.number in (select i.question_number from perezvon.inquiry i where i.agency_code = :agency)"));
        query.state()
                .ifPresent(state -> conditions.add(
                        state == State.CLOSED
                                ? "q.outcome is not null"
                                : "q.outcome is null and " + STATE + " = :state"));
        if (query.late()) {
            conditions.add(LATE);
        }
        if (query.stuck()) {
            conditions.add(STUCK);
        }
        query.behind()
                .ifPresent(number -> conditions.add(
                        "q.id < (select last.id from perezvon.question last where last.number = :behind)"));
        return conditions;
    }

    private static CaseLine line(ResultSet row) throws SQLException {
        return new CaseLine(
                row.getString("number"),
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                row.getString("registered_by"),
                row.getString("text"),
                List.of((String[]) row.getArray("agencies").getArray()),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")).map(Question.Outcome::valueOf),
                Optional.ofNullable(row.getObject("due", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getBoolean("late"),
                row.getBoolean("stuck"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
