package org.perezvon.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.worktime.Term;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** How a row of the table {@code inquiry} becomes an inquiry. */
@Component
class InquiryRow implements RowMapper<Inquiry> {

    private final ObjectMapper json;

    /** A hundred thousand inquiries run under a handful of terms. */
    private final Map<String, Term> laws = new ConcurrentHashMap<>();

    InquiryRow(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Inquiry mapRow(ResultSet row, int number) throws SQLException {
        return new Inquiry(
                new InquiryId(row.getObject("id", UUID.class)),
                RegistrationNumber.parse(row.getString("question_number")),
                row.getInt("leg"),
                row.getString("agency_code"),
                row.getString("text"),
                origin(row),
                Inquiry.State.valueOf(row.getString("state")),
                responsible(row),
                term(row),
                Optional.ofNullable(row.getString("incoming_number")));
    }

    /** A term as the column {@code legal_term} keeps it. */
    String law(Term law) {
        try {
            return json.writeValueAsString(law);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A term is plain", e);
        }
    }

    private static Inquiry.Origin origin(ResultSet row) throws SQLException {
        return new Inquiry.Origin(
                RequestKind.valueOf(row.getString("kind")),
                moment(row, "called_at"),
                moment(row, "planned_at"),
                moment(row, "needed_at"),
                Optional.ofNullable(row.getObject("instead_of", UUID.class)).map(InquiryId::new),
                Optional.ofNullable(row.getString("asked_by")));
    }

    private static Optional<ResponsiblePerson> responsible(ResultSet row) throws SQLException {
        String email = row.getString("responsible_email");
        return email == null
                ? Optional.empty()
                : Optional.of(new ResponsiblePerson(
                        row.getString("responsible_name"), EmailAddress.of(email), Optional.empty()));
    }

    private Optional<Inquiry.Term> term(ResultSet row) throws SQLException {
        if (row.getObject("received_at") == null) {
            return Optional.empty();
        }
        return Optional.of(new Inquiry.Term(
                moment(row, "received_at"),
                moment(row, "due_at"),
                moment(row, "target_at"),
                moment(row, "maximum_at"),
                moment(row, "reminder_at"),
                row.getBoolean("provisional"),
                row.getString("explanation"),
                List.of((String[]) row.getArray("derivation").getArray()),
                laws.computeIfAbsent(row.getString("legal_term"), this::read),
                row.getLong("calendar_edition"),
                Optional.ofNullable(row.getObject("extended_to", LocalDate.class))));
    }

    private Term read(String law) {
        try {
            return json.readValue(law, Term.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Срок запроса не читается: " + law, e);
        }
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
