package org.perezvon.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.PhoneNumber;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code question}, {@code applicant} and {@code call_back}. */
@Component
class QuestionStore {

    private static final String ADD = """
            insert into perezvon.question (number, line, called_at, registered_at, registered_by, text, answered_by,
                                           idempotency_key)
            values (:number, :line, :calledAt, :now, :registeredBy, :text, :answeredBy, :key)
            on conflict (registered_by, idempotency_key) do nothing
            returning id
            """;

    private static final String ADD_CALL_BACK = """
            insert into perezvon.call_back (question_id, task_id, called_at, operator, outcome, note, next_attempt_at)
            values (:question, :task, :now, :operator, :outcome, :note, :next)
            returning id
            """;

    private final JdbcClient jdbc;

    QuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextRunningNumber() {
        return jdbc.sql("select nextval('perezvon.question_number')")
                .query(Long.class)
                .single();
    }

    /** @return nothing when the same registration has been made already */
    Optional<Long> add(RegistrationNumber number, Registration registration, Instant now) {
        Optional<Long> id = jdbc.sql(ADD)
                .param("number", number.value())
                .param("line", registration.line().number())
                .param("calledAt", utc(registration.calledAt()))
                .param("now", utc(now))
                .param("registeredBy", registration.registeredBy())
                .param("text", registration.text())
                .param("answeredBy", registration.answeredBy().orElse(null))
                .param("key", registration.idempotencyKey().orElse(null))
                .query(Long.class)
                .optional();
        id.ifPresent(question -> jdbc.sql(
                        "insert into perezvon.applicant (question_id, name, phone) values (:id, :name, :phone)")
                .param("id", question)
                .param("name", registration.callerName().orElse(null))
                .param("phone", registration.phone().e164())
                .update());
        return id;
    }

    Optional<Question> find(RegistrationNumber number) {
        return jdbc.sql("select * from perezvon.question where number = :number")
                .param("number", number.value())
                .query((row, n) -> question(row))
                .optional();
    }

    Optional<Question> registered(String by, String idempotencyKey) {
        return jdbc.sql("select * from perezvon.question where registered_by = :by and idempotency_key = :key")
                .param("by", by)
                .param("key", idempotencyKey)
                .query((row, n) -> question(row))
                .optional();
    }

    Applicant applicant(long question) {
        return jdbc.sql("select name, phone from perezvon.applicant where question_id = :id")
                .param("id", question)
                .query((row, n) -> new Applicant(
                        Optional.ofNullable(row.getString("name")), new PhoneNumber(row.getString("phone"))))
                .single();
    }

    void close(long question, Question.Outcome outcome, Instant now) {
        jdbc.sql("update perezvon.question set outcome = :outcome, closed_at = :now where id = :id")
                .param("id", question)
                .param("outcome", outcome.name())
                .param("now", utc(now))
                .update();
    }

    long addCallBack(long question, Optional<String> taskId, CallBack callBack) {
        return jdbc.sql(ADD_CALL_BACK)
                .param("question", question)
                .param("task", taskId.orElse(null))
                .param("now", utc(callBack.at()))
                .param("operator", callBack.operator())
                .param("outcome", callBack.outcome().name())
                .param("note", callBack.note().orElse(null))
                .param("next", callBack.nextAttemptAt().map(QuestionStore::utc).orElse(null))
                .query(Long.class)
                .single();
    }

    void planNextAttempt(long callBack, Instant at) {
        jdbc.sql("update perezvon.call_back set next_attempt_at = :at where id = :id")
                .param("id", callBack)
                .param("at", utc(at))
                .update();
    }

    List<CallBack> callBacks(long question) {
        return jdbc.sql("select * from perezvon.call_back where question_id = :id order by id")
                .param("id", question)
                .query((row, n) -> callBack(row))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getLong("id"),
                RegistrationNumber.parse(row.getString("number")),
                Line.parse(row.getString("line")),
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                row.getString("registered_by"),
                row.getString("text"),
                Optional.ofNullable(row.getObject("answered_by", Long.class)),
                Optional.ofNullable(row.getString("outcome")).flatMap(name -> Arrays.stream(Question.Outcome.values())
                        .filter(outcome -> outcome.name().equals(name))
                        .findFirst()));
    }

    private static CallBack callBack(ResultSet row) throws SQLException {
        return new CallBack(
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                row.getString("operator"),
                CallBackOutcome.parse(row.getString("outcome")),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getObject("next_attempt_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
