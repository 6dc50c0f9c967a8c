package org.perezvon.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code knowledge_draft} and {@code knowledge_draft_mail}. */
@Component
class DraftStore {

    private static final String ADD = """
            insert into perezvon.knowledge_draft (origin, state, begun_at, begun_by, due, mail_id, subject, correspondent,
              correspondent_name, question_number, inquiry_id, kind, agency_code, title, text, source, topics, valid_from,
              valid_until, changed_on, replaces)
            values (:origin, :state, :begunAt, :begunBy, :due, :mail, :subject, :correspondent, :correspondentName,
              :question, :inquiry, :kind, :agency, :title, :text, :source, :topics, :validFrom, :validUntil, :changedOn,
              :replaces)
            on conflict do nothing returning id
            """;

    private static final String SAY = """
            update perezvon.knowledge_draft set kind = :kind, agency_code = :agency, title = :title, text = :text,
              source = :source, topics = :topics, valid_from = :validFrom, valid_until = :validUntil,
              changed_on = :changedOn, replaces = :replaces
            where id = :id
            """;

    private static final String DECIDE = """
            update perezvon.knowledge_draft set decision = :decision, decided_by = :by, decided_at = :now, why = :why
            where id = :id
            """;

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its id; nothing when this letter, or this answer, has begun one already */
    Optional<Long> add(Draft draft) {
        return said(jdbc.sql(ADD), draft.proposal(), draft.replaces())
                .param("origin", draft.origin().name())
                .param("state", draft.state().name())
                .param("begunAt", utc(draft.begunAt()))
                .param("begunBy", draft.begunBy())
                .param("due", utc(draft.due()))
                .param("mail", draft.mail().orElse(null))
                .param("subject", draft.subject())
                .param(
                        "correspondent",
                        draft.correspondent()
                                .map(Draft.Correspondent::email)
                                .map(EmailAddress::value)
                                .orElse(null))
                .param(
                        "correspondentName",
                        draft.correspondent().map(Draft.Correspondent::name).orElse(""))
                .param(
                        "question",
                        draft.answer().map(Draft.KeptAnswer::question).orElse(null))
                .param("inquiry", draft.answer().map(Draft.KeptAnswer::inquiry).orElse(null))
                .query(Long.class)
                .optional();
    }

    Optional<Draft> find(long id) {
        return jdbc.sql("select * from perezvon.knowledge_draft where id = :id")
                .param("id", id)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** Whoever changes a draft locks it first. */
    Optional<Draft> lock(long id) {
        return jdbc.sql("select * from perezvon.knowledge_draft where id = :id for update")
                .param("id", id)
                .query((row, n) -> draft(row))
                .optional();
    }

    Optional<Draft> ofInquiry(String inquiry) {
        return jdbc.sql("select * from perezvon.knowledge_draft where inquiry_id = :inquiry")
                .param("inquiry", inquiry)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** Those nobody has finished, the most urgent first. */
    List<Draft> open(int limit) {
        return jdbc.sql("""
                        select * from perezvon.knowledge_draft where state in ('APPROVAL', 'REVIEW', 'EXPLANATION')
                        order by due, id limit :limit
                        """).param("limit", limit).query((row, n) -> draft(row)).list();
    }

    void say(long id, Proposal proposal, Optional<Long> replaces) {
        said(jdbc.sql(SAY), proposal, replaces).param("id", id).update();
    }

    void become(long id, Draft.State state) {
        jdbc.sql("update perezvon.knowledge_draft set state = :state where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    void dueBy(long id, Instant due) {
        jdbc.sql("update perezvon.knowledge_draft set due = :due where id = :id")
                .param("id", id)
                .param("due", utc(due))
                .update();
    }

    void decide(long id, Draft.Decision decision) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("decision", decision.what())
                .param("by", decision.by())
                .param("now", utc(decision.at()))
                .param("why", decision.why())
                .update();
    }

    void published(long id, long version) {
        jdbc.sql("update perezvon.knowledge_draft set state = 'PUBLISHED', version_id = :version where id = :id")
                .param("id", id)
                .param("version", version)
                .update();
    }

    /** @return whether it is new */
    boolean add(long draft, Draft.DraftMail mail) {
        return jdbc.sql("""
                                insert into perezvon.knowledge_draft_mail (mail_id, draft_id, received_at, meaning, text)
                                values (:mail, :draft, :receivedAt, :meaning, :text) on conflict do nothing
                                """)
                        .param("mail", mail.mailId())
                        .param("draft", draft)
                        .param("receivedAt", utc(mail.receivedAt()))
                        .param("meaning", mail.meaning().name())
                        .param("text", mail.text())
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<Draft.DraftMail> mails(long draft) {
        return jdbc.sql(
                        "select * from perezvon.knowledge_draft_mail where draft_id = :draft order by received_at, mail_id")
                .param("draft", draft)
                .query((row, n) -> new Draft.DraftMail(
                        row.getLong("mail_id"),
                        instant(row, "received_at"),
                        Draft.Meaning.valueOf(row.getString("meaning")),
                        row.getString("text")))
                .list();
    }

    private static JdbcClient.StatementSpec said(
            JdbcClient.StatementSpec statement, Proposal proposal, Optional<Long> replaces) {
        return statement
                .param("kind", proposal.kind().name())
                .param("agency", proposal.agency().orElse(null))
                .param("title", proposal.title())
                .param("text", proposal.text())
                .param("source", proposal.source())
                .param("topics", proposal.topics().toArray(String[]::new))
                .param("validFrom", proposal.validFrom().orElse(null))
                .param("validUntil", proposal.validUntil().orElse(null))
                .param("changedOn", proposal.changedOn().orElse(null))
                .param("replaces", replaces.orElse(null));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getLong("id"),
                Draft.Origin.valueOf(row.getString("origin")),
                Draft.State.valueOf(row.getString("state")),
                instant(row, "begun_at"),
                row.getString("begun_by"),
                instant(row, "due"),
                Optional.ofNullable(row.getObject("mail_id", Long.class)),
                row.getString("subject"),
                row.getString("correspondent") == null
                        ? Optional.empty()
                        : Optional.of(new Draft.Correspondent(
                                row.getString("correspondent_name"), EmailAddress.of(row.getString("correspondent")))),
                row.getString("inquiry_id") == null
                        ? Optional.empty()
                        : Optional.of(
                                new Draft.KeptAnswer(row.getString("question_number"), row.getString("inquiry_id"))),
                new Proposal(
                        ItemKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("agency_code")),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("source"),
                        List.of((String[]) row.getArray("topics").getArray()),
                        day(row, "valid_from"),
                        day(row, "valid_until"),
                        day(row, "changed_on")),
                Optional.ofNullable(row.getObject("replaces", Long.class)),
                row.getString("decision") == null
                        ? Optional.empty()
                        : Optional.of(new Draft.Decision(
                                row.getString("decision"),
                                row.getString("decided_by"),
                                instant(row, "decided_at"),
                                row.getString("why"))),
                Optional.ofNullable(row.getObject("version_id", Long.class)));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
