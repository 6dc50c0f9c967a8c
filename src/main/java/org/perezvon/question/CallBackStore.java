package org.perezvon.question;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.question.CallBackPlan.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code call_back_plan}, {@code call_back} and {@code opinion}. */
@Component
class CallBackStore {

    private static final String PLAN = """
            insert into perezvon.call_back_plan (question_id, moment, lead_agency, zone)
            values (:question, :moment, :lead, :zone)
            """;

    private static final String ADD = """
            insert into perezvon.call_back (question_id, round_id, task_id, called_at, operator, outcome, note,
                                            next_attempt_at, said, heard)
            values (:question, :round, :task, :now, :operator, :outcome, :note, :next, :said, :heard)
            returning id
            """;

    private static final String OPINION = """
            insert into perezvon.opinion (call_back_id, clear, quick, polite, comment)
            values (:callBack, :clear, :quick, :polite, :comment)
            """;

    private static final String ON_SHIFT = """
            select exists (select 1 from perezvon.question where registered_by = :person and registered_at > :since)
                or exists (select 1 from perezvon.call_back where operator = :person and called_at > :since)
            """;

    private final JdbcClient jdbc;

    CallBackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void plan(long question, CallBackPlan plan) {
        jdbc.sql(PLAN)
                .param("question", question)
                .param("moment", plan.moment().name())
                .param("lead", plan.lead().orElse(null))
                .param("zone", plan.zone().getId())
                .update();
    }

    /** @return nothing for questions that are older than plans */
    Optional<CallBackPlan> plan(long question) {
        return jdbc.sql("select * from perezvon.call_back_plan where question_id = :question")
                .param("question", question)
                .query((row, n) -> new CallBackPlan(
                        Moment.parse(row.getString("moment")),
                        Optional.ofNullable(row.getString("lead_agency")),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    long add(long question, long round, Optional<String> taskId, CallBack callBack) {
        return jdbc.sql(ADD)
                .param("question", question)
                .param("round", round)
                .param("task", taskId.orElse(null))
                .param("now", utc(callBack.at()))
                .param("operator", callBack.operator())
                .param("outcome", callBack.outcome().name())
                .param("note", callBack.note().orElse(null))
                .param("next", callBack.nextAttemptAt().map(CallBackStore::utc).orElse(null))
                .param("said", callBack.said().orElse(null))
                .param(
                        "heard",
                        callBack.heard()
                                .map(heard -> heard.toArray(Long[]::new))
                                .orElse(null))
                .query(Long.class)
                .single();
    }

    void planNextAttempt(long callBack, Instant at) {
        jdbc.sql("update perezvon.call_back set next_attempt_at = :at where id = :id")
                .param("id", callBack)
                .param("at", utc(at))
                .update();
    }

    /** Every attempt, the first first. */
    List<CallBack> of(long question) {
        return jdbc.sql("select * from perezvon.call_back where question_id = :id order by id")
                .param("id", question)
                .query((row, n) -> callBack(row))
                .list();
    }

    List<CallBack> ofRound(long round) {
        return jdbc.sql("select * from perezvon.call_back where round_id = :id order by id")
                .param("id", round)
                .query((row, n) -> callBack(row))
                .list();
    }

    void think(long callBack, Opinion opinion) {
        jdbc.sql(OPINION)
                .param("callBack", callBack)
                .param("clear", opinion.clear())
                .param("quick", opinion.quick())
                .param("polite", opinion.polite())
                .param("comment", opinion.comment())
                .update();
    }

    /** Whether somebody has taken or made a call since then. */
    boolean hasWorked(String person, Instant since) {
        return jdbc.sql(ON_SHIFT)
                .param("person", person)
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static CallBack callBack(ResultSet row) throws SQLException {
        Array heard = row.getArray("heard");
        return new CallBack(
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                row.getString("operator"),
                CallBackOutcome.parse(row.getString("outcome")),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getObject("next_attempt_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("said")),
                heard == null ? Optional.empty() : Optional.of(List.of((Long[]) heard.getArray())));
    }
}
