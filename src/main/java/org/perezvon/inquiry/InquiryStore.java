package org.perezvon.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code inquiry} and {@code violation}. */
@Component
class InquiryStore {

    private static final String ADD = """
            insert into perezvon.inquiry (id, question_number, leg, agency_code, text, called_at)
            values (:id, :questionNumber, :leg, :agency, :text, :calledAt)
            """;

    private static final String FIND_BY_NUMBER = """
            select * from perezvon.inquiry where question_number || '/' || leg like :start || '%'
            order by question_number desc, leg limit :limit
            """;

    private static final String SENDING_TO = """
            update perezvon.inquiry set state = 'SENDING', responsible_name = :name, responsible_email = :email where id = :id
            """;

    private static final String CLOCK_STARTED = """
            update perezvon.inquiry set state = 'WAITING', received_at = :receivedAt, due_at = :due, target_at = :target,
              maximum_at = :maximum, provisional = :provisional, explanation = :explanation, derivation = :derivation
            where id = :id
            """;

    private static final String VIOLATION = """
            insert into perezvon.violation (inquiry_id, kind, occurred_at, evidence) values (:id, :kind, :at, :evidence)
            on conflict do nothing
            """;

    private static final String DECISION = """
            insert into perezvon.inquiry_decision (inquiry_id, decided_at, decided_by, try_again, note)
            values (:id, :at, :person, :tryAgain, :note)
            """;

    private final JdbcClient jdbc;

    InquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(InquiryId id, RegistrationNumber questionNumber, int leg, String agency, String text, Instant calledAt) {
        jdbc.sql(ADD)
                .param("id", id.value())
                .param("questionNumber", questionNumber.value())
                .param("leg", leg)
                .param("agency", agency)
                .param("text", text)
                .param("calledAt", utc(calledAt))
                .update();
    }

    Optional<Inquiry> find(InquiryId id) {
        return jdbc.sql("select * from perezvon.inquiry where id = :id")
                .param("id", id.value())
                .query((row, n) -> inquiry(row))
                .optional();
    }

    /** Locks the row, so that two facts about one inquiry follow each other. */
    Optional<Inquiry> lock(InquiryId id) {
        return jdbc.sql("select * from perezvon.inquiry where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> inquiry(row))
                .optional();
    }

    List<Inquiry> ofQuestion(RegistrationNumber number) {
        return jdbc.sql("select * from perezvon.inquiry where question_number = :number order by leg")
                .param("number", number.value())
                .query((row, n) -> inquiry(row))
                .list();
    }

    List<Inquiry> numbered(String start, int limit) {
        return jdbc.sql(FIND_BY_NUMBER)
                .param("start", start.replaceAll("[%_\\\\]", ""))
                .param("limit", limit)
                .query((row, n) -> inquiry(row))
                .list();
    }

    void sendingTo(InquiryId id, ResponsiblePerson person) {
        jdbc.sql(SENDING_TO)
                .param("id", id.value())
                .param("name", person.name())
                .param("email", person.email().value())
                .update();
    }

    void clockStarted(InquiryId id, Inquiry.Term term) {
        jdbc.sql(CLOCK_STARTED)
                .param("id", id.value())
                .param("receivedAt", utc(term.receivedAt()))
                .param("due", utc(term.due()))
                .param("target", utc(term.target()))
                .param("maximum", utc(term.maximum()))
                .param("provisional", term.provisional())
                .param("explanation", term.explanation())
                .param("derivation", term.derivation().toArray(String[]::new))
                .update();
    }

    void answered(InquiryId id, Instant at) {
        jdbc.sql("update perezvon.inquiry set state = 'ANSWERED', answered_at = :at where id = :id")
                .param("id", id.value())
                .param("at", utc(at))
                .update();
    }

    void become(InquiryId id, Inquiry.State state) {
        jdbc.sql("update perezvon.inquiry set state = :state where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .update();
    }

    void violated(InquiryId id, Violation violation, Instant at, String evidence) {
        jdbc.sql(VIOLATION)
                .param("id", id.value())
                .param("kind", violation.name())
                .param("at", utc(at))
                .param("evidence", evidence)
                .update();
    }

    void decided(InquiryId id, String person, boolean tryAgain, Optional<String> note, Instant at) {
        jdbc.sql(DECISION)
                .param("id", id.value())
                .param("at", utc(at))
                .param("person", person)
                .param("tryAgain", tryAgain)
                .param("note", note.orElse(null))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                new InquiryId(row.getObject("id", UUID.class)),
                RegistrationNumber.parse(row.getString("question_number")),
                row.getInt("leg"),
                row.getString("agency_code"),
                row.getString("text"),
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                Inquiry.State.valueOf(row.getString("state")),
                responsible(row),
                term(row));
    }

    private static Optional<ResponsiblePerson> responsible(ResultSet row) throws SQLException {
        String email = row.getString("responsible_email");
        return email == null
                ? Optional.empty()
                : Optional.of(new ResponsiblePerson(
                        row.getString("responsible_name"), EmailAddress.of(email), Optional.empty()));
    }

    private static Optional<Inquiry.Term> term(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime receivedAt = row.getObject("received_at", OffsetDateTime.class);
        return receivedAt == null
                ? Optional.empty()
                : Optional.of(new Inquiry.Term(
                        receivedAt.toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("target_at", OffsetDateTime.class).toInstant(),
                        row.getObject("maximum_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("provisional"),
                        row.getString("explanation"),
                        List.of((String[]) row.getArray("derivation").getArray())));
    }
}
