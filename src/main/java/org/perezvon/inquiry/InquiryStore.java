package org.perezvon.inquiry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code inquiry} and {@code violation}. */
@Component
class InquiryStore {

    private static final String ADD = """
            insert into perezvon.inquiry (id, question_number, leg, agency_code, text, called_at, kind, planned_at, needed_at,
                                          instead_of, asked_by)
            values (:id, :questionNumber, (select coalesce(max(leg), 0) + 1 from perezvon.inquiry
                                           where question_number = :questionNumber),
                    :agency, :text, :calledAt, :kind, :plannedAt, :neededAt, :insteadOf, :askedBy)
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
              maximum_at = :maximum, reminder_at = :reminder, provisional = :provisional, explanation = :explanation,
              derivation = :derivation, legal_term = :law::jsonb, calendar_edition = :edition, extended_to = :extendedTo
            where id = :id
            """;

    private static final String VIOLATION = """
            insert into perezvon.violation (inquiry_id, kind, occurred_at, evidence) values (:id, :kind, :at, :evidence)
            on conflict (inquiry_id, kind) where withdrawn_at is null do nothing
            """;

    private static final String CORRECT = """
            update perezvon.violation set occurred_at = :at, evidence = :evidence
            where inquiry_id = :id and kind = :kind and withdrawn_at is null
            """;

    private static final String WITHDRAW = """
            update perezvon.violation set withdrawn_at = :at, withdrawn_why = :why
            where inquiry_id = :id and kind = :kind and withdrawn_at is null
            """;

    private static final String IN_FORCE = """
            select exists (select 1 from perezvon.violation where inquiry_id = :id and kind = :kind and withdrawn_at is null)
            """;

    private final JdbcClient jdbc;
    private final InquiryRow rows;

    InquiryStore(JdbcClient jdbc, InquiryRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The next leg of its question. */
    void add(InquiryId id, RegistrationNumber questionNumber, String agency, String text, Inquiry.Origin origin) {
        jdbc.sql(ADD)
                .param("id", id.value())
                .param("questionNumber", questionNumber.value())
                .param("agency", agency)
                .param("text", text)
                .param("calledAt", utc(origin.calledAt()))
                .param("kind", origin.kind().name())
                .param("plannedAt", utc(origin.plannedAt()))
                .param("neededAt", utc(origin.neededAt()))
                .param("insteadOf", origin.insteadOf().map(InquiryId::value).orElse(null))
                .param("askedBy", origin.askedBy().orElse(null))
                .update();
    }

    Optional<Inquiry> find(InquiryId id) {
        return jdbc.sql("select * from perezvon.inquiry where id = :id")
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    /** Locks the row, so that two facts about one inquiry follow each other. */
    Optional<Inquiry> lock(InquiryId id) {
        return jdbc.sql("select * from perezvon.inquiry where id = :id for update")
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    /** The same, for those who know that it is there. */
    Inquiry locked(InquiryId id) {
        return lock(id).orElseThrow(() -> new IllegalArgumentException("Нет такого запроса: " + id));
    }

    /** The next number, of citizens' questions and information requests alike. */
    long nextRunningNumber() {
        return jdbc.sql("select nextval('perezvon.question_number')")
                .query(Long.class)
                .single();
    }

    List<Inquiry> ofQuestion(RegistrationNumber number) {
        return jdbc.sql("select * from perezvon.inquiry where question_number = :number order by leg")
                .param("number", number.value())
                .query(rows)
                .list();
    }

    List<Inquiry> numbered(String start, int limit) {
        return jdbc.sql(FIND_BY_NUMBER)
                .param("start", start.replaceAll("[%_\\\\]", ""))
                .param("limit", limit)
                .query(rows)
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
                .param("reminder", utc(term.reminder()))
                .param("law", rows.law(term.law()))
                .param("edition", term.edition())
                .param("provisional", term.provisional())
                .param("explanation", term.explanation())
                .param("derivation", term.derivation().toArray(String[]::new))
                .param("extendedTo", term.extendedTo().orElse(null))
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

    void registeredAs(InquiryId id, String incomingNumber) {
        jdbc.sql("update perezvon.inquiry set incoming_number = :number where id = :id")
                .param("id", id.value())
                .param("number", incomingNumber)
                .update();
    }

    /** Our fifteen minutes begin anew (I-10.1). */
    void neededSince(InquiryId id, Instant moment) {
        jdbc.sql("update perezvon.inquiry set needed_at = :at where id = :id")
                .param("id", id.value())
                .param("at", utc(moment))
                .update();
    }

    /** Two who add a leg to one question follow each other. */
    void holdLegs(RegistrationNumber number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('perezvon.inquiry.' || :number))")
                .param("number", number.value())
                .query((row, n) -> "")
                .single();
    }

    void waitUntil(InquiryId id, Instant until) {
        jdbc.sql("update perezvon.inquiry set wait_until = :until where id = :id")
                .param("id", id.value())
                .param("until", utc(until))
                .update();
    }

    /** Whether such a violation is in force. */
    boolean hasViolated(InquiryId id, Violation violation) {
        return jdbc.sql(IN_FORCE)
                .param("id", id.value())
                .param("kind", violation.name())
                .query(Boolean.class)
                .single();
    }

    void violated(InquiryId id, Violation violation, Instant at, String evidence) {
        jdbc.sql(VIOLATION)
                .param("id", id.value())
                .param("kind", violation.name())
                .param("at", utc(at))
                .param("evidence", evidence)
                .update();
    }

    /** The deadline that was missed is another than it seemed; {@code term_change} keeps the old one. */
    void correct(InquiryId id, Violation violation, Instant at, String evidence) {
        jdbc.sql(CORRECT)
                .param("id", id.value())
                .param("kind", violation.name())
                .param("at", utc(at))
                .param("evidence", evidence)
                .update();
    }

    /** The law has taken a violation back; it stays on file with the reason. */
    void withdraw(InquiryId id, Violation violation, Instant at, String why) {
        jdbc.sql(WITHDRAW)
                .param("id", id.value())
                .param("kind", violation.name())
                .param("at", utc(at))
                .param("why", why)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
