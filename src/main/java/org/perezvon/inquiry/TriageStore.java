package org.perezvon.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Meaning;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code mail_triage}. */
@Component
class TriageStore {

    /**
     * Why a mail lies on the desk, what it might belong to, and what a person has said of it.
     *
     * @param note their words; where the mail asks for time, the reason
     * @param until the day it names
     */
    record Entry(
            String reason,
            List<InquiryId> guesses,
            @Nullable String note,
            @Nullable LocalDate until) {

        static final Entry NONE = new Entry("", List.of(), null, null);

        /** What the mail means, as it was read, with what a person has read in it besides. */
        Meaning completing(Meaning read) {
            return new Meaning(
                    read.reason() != null || note == null || note.isBlank() ? read.reason() : note,
                    until == null ? read.requestedUntil() : until,
                    until == null ? read.requestedDays() : null,
                    read.incomingNumber(),
                    read.redirectedTo(),
                    read.backOn(),
                    read.deputy());
        }
    }

    private static final String NOTE = """
            update perezvon.mail_triage set decided_by = :person, note = :note, said_until = :until where raw_mail_id = :mail
            """;

    private final JdbcClient jdbc;

    TriageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the mail lies there already */
    boolean add(long mailId, String reason, List<InquiryId> guesses) {
        return jdbc.sql("""
                        insert into perezvon.mail_triage (raw_mail_id, reason, guesses) values (:mail, :reason, :guesses)
                        on conflict do nothing
                        """)
                        .param("mail", mailId)
                        .param("reason", reason)
                        .param("guesses", guesses.stream().map(InquiryId::value).toArray(UUID[]::new))
                        .update()
                == 1;
    }

    Optional<Entry> find(long mailId) {
        return jdbc.sql("select reason, guesses, note, said_until from perezvon.mail_triage where raw_mail_id = :mail")
                .param("mail", mailId)
                .query((row, n) -> new Entry(
                        row.getString("reason"),
                        Arrays.stream((UUID[]) row.getArray("guesses").getArray())
                                .map(InquiryId::new)
                                .toList(),
                        row.getString("note"),
                        row.getObject("said_until", LocalDate.class)))
                .optional();
    }

    void decided(long mailId, Instant at) {
        jdbc.sql("update perezvon.mail_triage set decided_at = :at where raw_mail_id = :mail")
                .param("mail", mailId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(long mailId) {
        jdbc.sql("delete from perezvon.mail_triage where raw_mail_id = :mail")
                .param("mail", mailId)
                .update();
    }

    void note(long mailId, String person, String note, @Nullable LocalDate until) {
        jdbc.sql(NOTE)
                .param("until", until)
                .param("mail", mailId)
                .param("person", person)
                .param("note", note)
                .update();
    }
}
