package org.perezvon.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code inquiry_decision}. */
@Component
class ResolutionStore {

    private static final String ADD = """
            insert into perezvon.inquiry_decision (inquiry_id, decided_at, decided_by, decision, mail_id, note, until_at, clause,
                                                   agency_code, addressee_name, addressee_email)
            values (:inquiry, :at, :by, :decision, :mail, :note, :until, :clause, :agency, :name, :email)
            returning id
            """;

    private final JdbcClient jdbc;

    ResolutionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number */
    long add(InquiryId inquiry, Resolution resolution) {
        return jdbc.sql(ADD)
                .param("inquiry", inquiry.value())
                .param("at", resolution.at().atOffset(ZoneOffset.UTC))
                .param("by", resolution.by())
                .param("decision", resolution.kind().name())
                .param("mail", resolution.mailId().orElse(null))
                .param("note", resolution.note().orElse(null))
                .param(
                        "until",
                        resolution
                                .until()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("clause", resolution.clause().orElse(null))
                .param("agency", resolution.agencyCode().orElse(null))
                .param(
                        "name",
                        resolution.addressee().map(ResponsiblePerson::name).orElse(null))
                .param(
                        "email",
                        resolution
                                .addressee()
                                .map(person -> person.email().value())
                                .orElse(null))
                .query(Long.class)
                .single();
    }

    /** @throws IllegalArgumentException when this inquiry has no such resolution: a process cannot be given another's */
    Resolution get(InquiryId inquiry, long id) {
        return jdbc.sql("select * from perezvon.inquiry_decision where inquiry_id = :inquiry and id = :id")
                .param("inquiry", inquiry.value())
                .param("id", id)
                .query((row, n) -> resolution(row))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("У запроса нет такого решения: " + id));
    }

    /** All of them, the oldest first. */
    List<Resolution> of(InquiryId inquiry) {
        return jdbc.sql("select * from perezvon.inquiry_decision where inquiry_id = :inquiry order by id")
                .param("inquiry", inquiry.value())
                .query((row, n) -> resolution(row))
                .list();
    }

    /** How often it was decided so. */
    int count(InquiryId inquiry, Resolution.Kind kind) {
        return jdbc.sql(
                        "select count(*) from perezvon.inquiry_decision where inquiry_id = :inquiry and decision = :kind")
                .param("inquiry", inquiry.value())
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    private static Resolution resolution(ResultSet row) throws SQLException {
        String email = row.getString("addressee_email");
        return new Resolution(
                row.getLong("id"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                Resolution.Kind.valueOf(row.getString("decision")),
                row.getString("decided_by"),
                Optional.ofNullable(row.getObject("mail_id", Long.class)),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getObject("until_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("clause")),
                Optional.ofNullable(row.getString("agency_code")),
                email == null
                        ? Optional.empty()
                        : Optional.of(new ResponsiblePerson(
                                row.getString("addressee_name"), EmailAddress.of(email), Optional.empty())));
    }
}
