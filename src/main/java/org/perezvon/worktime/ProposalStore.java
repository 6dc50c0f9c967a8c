package org.perezvon.worktime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code calendar_proposal}. */
@Component
class ProposalStore {

    private static final String ADD = """
            insert into perezvon.calendar_proposal
              (layer, year, days, act, decreed, fingerprint, source, findings, beneath, base_edition, made_at, made_by)
            values (:layer, :year, :days::jsonb, :act, :decreed, :fingerprint, :source, :findings::jsonb, :beneath, :base,
              :at, :person)
            returning id
            """;

    private static final String DECIDE = """
            update perezvon.calendar_proposal set state = :state, decided_at = :at, decided_by = :person
            where id = :id and state = 'OPEN'
            """;

    private static final String KNOWN = """
            select exists (select from perezvon.calendar_proposal where layer = :layer and year = :year
                and fingerprint = :fingerprint)
              or exists (select from perezvon.calendar_sheet where layer = :layer and year = :year
                and fingerprint = :fingerprint)
            """;

    private final JdbcClient jdbc;
    private final CalendarStore calendars;
    private final ObjectMapper json;

    ProposalStore(JdbcClient jdbc, CalendarStore calendars, ObjectMapper json) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.json = json;
    }

    /** @return its id */
    long add(
            Sheet sheet,
            List<String> beneath,
            String source,
            List<Finding> findings,
            long baseEdition,
            Instant at,
            String person) {
        return jdbc.sql(ADD)
                .param("layer", sheet.layer())
                .param("year", sheet.year())
                .param("days", calendars.days(sheet))
                .param("act", sheet.act())
                .param("decreed", sheet.decreed())
                .param("fingerprint", sheet.edition())
                .param("source", source)
                .param("findings", findings(findings))
                .param("beneath", beneath.toArray(String[]::new))
                .param("base", baseEdition)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** Whether this very sheet has been proposed or in force before. */
    boolean isKnown(Sheet sheet) {
        return jdbc.sql(KNOWN)
                .param("layer", sheet.layer())
                .param("year", sheet.year())
                .param("fingerprint", sheet.edition())
                .query(Boolean.class)
                .single();
    }

    Optional<Proposal> find(long id) {
        return jdbc.sql("select * from perezvon.calendar_proposal where id = :id")
                .param("id", id)
                .query((row, n) -> proposal(row))
                .optional();
    }

    /** Those nobody has decided about, newest first. */
    List<Proposal> open() {
        return jdbc.sql("select * from perezvon.calendar_proposal where state = 'OPEN' order by id desc")
                .query((row, n) -> proposal(row))
                .list();
    }

    /** @return whether it was still open */
    boolean decide(long id, Proposal.State state, Instant at, String person) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("person", person)
                        .update()
                == 1;
    }

    private String findings(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings are plain", e);
        }
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        try {
            return new Proposal(
                    row.getLong("id"),
                    calendars.sheet(row),
                    List.of((String[]) row.getArray("beneath").getArray()),
                    row.getString("source"),
                    json.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {}),
                    row.getLong("base_edition"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getString("made_by"),
                    Proposal.State.valueOf(row.getString("state")),
                    decidedAt == null ? null : decidedAt.toInstant(),
                    row.getString("decided_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings of proposal " + row.getLong("id") + " cannot be read", e);
        }
    }
}
