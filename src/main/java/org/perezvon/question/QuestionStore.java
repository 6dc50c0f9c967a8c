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

/** The tables {@code question}, {@code applicant} and {@code withdrawal}. */
@Component
class QuestionStore {

    private static final String ADD = """
            insert into perezvon.question (number, line, called_at, registered_at, registered_by, text, answered_by,
                                           follows, idempotency_key)
            values (:number, :line, :calledAt, :now, :registeredBy, :text, :answeredBy, :follows, :key)
            on conflict (registered_by, idempotency_key) do nothing
            returning id
            """;

    private static final String WITHDRAW = """
            insert into perezvon.withdrawal (question_id, withdrawn_at, withdrawn_by, why)
            values (:id, :now, :person, :why)
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
                .param(
                        "follows",
                        registration.follows().map(RegistrationNumber::value).orElse(null))
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

    /** Locks the row, so that two facts about one question follow each other; whoever needs an inquiry's too locks that first. */
    Optional<Question> lock(RegistrationNumber number) {
        return jdbc.sql("select * from perezvon.question where number = :number for update")
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

    Instant registeredAt(long question) {
        return jdbc.sql("select registered_at from perezvon.question where id = :id")
                .param("id", question)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Nothing while the question is open. */
    Optional<Instant> closedAt(long question) {
        return jdbc.sql("select closed_at from perezvon.question where id = :id and closed_at is not null")
                .param("id", question)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void withdraw(long question, String person, Optional<String> why, Instant now) {
        jdbc.sql(WITHDRAW)
                .param("id", question)
                .param("now", utc(now))
                .param("person", person)
                .param("why", why.orElse(null))
                .update();
    }

    Optional<Withdrawal> withdrawal(long question) {
        return jdbc.sql("select * from perezvon.withdrawal where question_id = :id")
                .param("id", question)
                .query((row, n) -> new Withdrawal(
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getString("withdrawn_by"),
                        Optional.ofNullable(row.getString("why"))))
                .optional();
    }

    /** Questions that were asked during a call-back about this one. */
    List<RegistrationNumber> following(RegistrationNumber number) {
        return jdbc.sql("select number from perezvon.question where follows = :number order by id")
                .param("number", number.value())
                .query((row, n) -> RegistrationNumber.parse(row.getString("number")))
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
                        .findFirst()),
                Optional.ofNullable(row.getString("follows")).map(RegistrationNumber::parse));
    }
}
