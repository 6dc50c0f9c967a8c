package org.perezvon.mail.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.document.Label;
import org.perezvon.mail.document.Remark;
import org.perezvon.mail.inbound.FilesCame;
import org.perezvon.mail.inbound.Place;
import org.perezvon.mail.inbound.UnpackedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code mail_file} and {@code mail_to_unpack}: which mail brought which files. */
@Component
public class MailFileStore {

    private static final int LONGEST_ERROR = 1000;
    private static final int LONGEST_PREVIEW = 3000;

    private static final String ANNOUNCE = """
            insert into perezvon.mail_file (raw_mail_id, number, name, declared_type, size)
            values (:mail, :number, :name, :type, :size) on conflict do nothing
            """;

    private static final String ASK = """
            insert into perezvon.mail_to_unpack (raw_mail_id, next_attempt_at) values (:mail, :now)
            on conflict (raw_mail_id) do update set next_attempt_at = excluded.next_attempt_at, attempts = 0
            """;

    private static final String CLAIM = """
            with due as materialized (
              select raw_mail_id from perezvon.mail_to_unpack where next_attempt_at <= :now
              order by next_attempt_at limit 1 for update skip locked)
            update perezvon.mail_to_unpack u set attempts = u.attempts + 1, next_attempt_at = :until
            from due, perezvon.raw_mail m where u.raw_mail_id = due.raw_mail_id and m.id = due.raw_mail_id
            returning m.id, m.raw, m.reading, u.attempts
            """;

    private static final String UNPACKED = """
            insert into perezvon.mail_file (raw_mail_id, number, name, declared_type, size, inline, sha256)
            values (:mail, :number, :name, :type, :size, :inline, :sha256)
            on conflict (raw_mail_id, number) do update
              set name = excluded.name, declared_type = excluded.declared_type, size = excluded.size,
                  inline = excluded.inline, sha256 = excluded.sha256
            """;

    private static final String FILES = """
            select f.number, f.name, f.declared_type, f.size, f.inline, f.sha256, s.scan, s.signature, s.type, s.dangers,
                   s.remarks, s.unread, left(s.text, :preview) as preview,
                   coalesce(s.text_whole and length(s.text) <= :preview, false) as whole
            from perezvon.mail_file f left join perezvon.stored_file s on s.sha256 = f.sha256
            where f.raw_mail_id = :mail order by f.number
            """;

    private static final String TEXT = """
            select s.text from perezvon.mail_file f join perezvon.stored_file s on s.sha256 = f.sha256
            where f.raw_mail_id = :mail and f.number = :number and s.text is not null
            """;

    private static final String FOUND = """
            select f.raw_mail_id, f.number, f.name,
                   ts_headline('russian', left(s.text, 100000), websearch_to_tsquery('russian', :words),
                     'StartSel="", StopSel="", MaxFragments=1, MaxWords=25, MinWords=10') as words
            from perezvon.stored_file s join perezvon.mail_file f on f.sha256 = s.sha256
            where to_tsvector('russian', left(s.text, 100000)) @@ websearch_to_tsquery('russian', :words)
              and s.scan <> 'INFECTED'
            order by f.raw_mail_id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailFileStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A mail whose files are to be unpacked, ours for a while. */
    @SuppressWarnings("ArrayRecordComponent") // bytes from the database, never compared
    record Claimed(long mailId, byte[] raw, Place place, int attempts) {}

    /** A file whose text has the words that were looked for. */
    public record Hit(long mailId, int number, String name, String words) {}

    /** Which files there are, before anybody has unpacked them. */
    void announce(FilesCame came) {
        int number = 0;
        for (var file : came.files()) {
            jdbc.sql(ANNOUNCE)
                    .param("mail", came.mailId())
                    .param("number", ++number)
                    .param("name", file.name())
                    .param("type", file.type())
                    .param("size", file.size())
                    .update();
        }
        jdbc.sql(ASK).param("mail", came.mailId()).param("now", now()).update();
    }

    Optional<Claimed> claim(Duration lease) {
        return jdbc.sql(CLAIM)
                .param("now", now())
                .param("until", now().plus(lease))
                .query((row, n) -> new Claimed(
                        row.getLong("id"),
                        row.getBytes("raw"),
                        Place.valueOf(row.getString("reading")),
                        row.getInt("attempts")))
                .optional();
    }

    /** @param number from 1 */
    void unpacked(long mailId, int number, UnpackedFile file, Sha256 sha256) {
        jdbc.sql(UNPACKED)
                .param("mail", mailId)
                .param("number", number)
                .param("name", file.name())
                .param("type", file.type())
                .param("size", (long) file.content().length)
                .param("inline", file.inline())
                .param("sha256", sha256.bytes())
                .update();
    }

    void done(long mailId) {
        jdbc.sql("delete from perezvon.mail_to_unpack where raw_mail_id = :mail")
                .param("mail", mailId)
                .update();
    }

    void postpone(long mailId, Duration delay, String error) {
        jdbc.sql(
                        "update perezvon.mail_to_unpack set next_attempt_at = :next, last_error = :error where raw_mail_id = :mail")
                .param("mail", mailId)
                .param("next", now().plus(delay))
                .param(
                        "error",
                        error.substring(0, Math.min(error.length(), LONGEST_ERROR))
                                .replace("\u0000", ""))
                .update();
    }

    /** @param scannerOn whether what was not scanned must not be opened */
    public List<MailFile> of(long mailId, boolean scannerOn) {
        return jdbc.sql(FILES)
                .param("mail", mailId)
                .param("preview", LONGEST_PREVIEW)
                .query((row, n) -> file(row, scannerOn))
                .list();
    }

    /** The whole text of a file, as far as it was read. */
    public Optional<String> text(long mailId, int number) {
        return jdbc.sql(TEXT)
                .param("mail", mailId)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** The newest first. */
    public List<Hit> found(String words, int limit) {
        return jdbc.sql(FOUND)
                .param("words", words)
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        row.getLong("raw_mail_id"),
                        row.getInt("number"),
                        row.getString("name"),
                        row.getString("words")))
                .list();
    }

    private static MailFile file(ResultSet row, boolean scannerOn) throws SQLException {
        byte[] sha256 = row.getBytes("sha256");
        String found = row.getString("type");
        String declared = row.getString("declared_type");
        MailFile.State state = state(row.getString("scan"), scannerOn);
        List<Remark> label = found == null ? List.of() : new Label(row.getString("name"), declared).against(found);
        return new MailFile(
                row.getInt("number"),
                row.getString("name"),
                found == null ? declared : found,
                row.getLong("size"),
                row.getBoolean("inline"),
                sha256 == null ? null : Sha256.from(sha256).hex(),
                state,
                row.getString("signature"),
                lines(row.getString("dangers"), label.stream().filter(Remark::danger)),
                lines(row.getString("remarks"), label.stream().filter(remark -> !remark.danger())),
                state.mayBeOpened() ? text(row.getString("preview")) : "",
                row.getBoolean("whole"),
                row.getString("unread"));
    }

    /** @param sha256 as 64 hexadecimal digits */
    public MailFile.State stateOf(String sha256, boolean scannerOn) {
        return state(
                jdbc.sql("select scan from perezvon.stored_file where sha256 = :sha256")
                        .param("sha256", new Sha256(sha256).bytes())
                        .query(String.class)
                        .optional()
                        .orElse(null),
                scannerOn);
    }

    private static MailFile.State state(@Nullable String scan, boolean scannerOn) {
        if (scan == null) {
            return MailFile.State.NOT_YET;
        }
        return switch (scan) {
            case "CLEAN" -> MailFile.State.CLEAN;
            case "INFECTED" -> MailFile.State.INFECTED;
            default -> scannerOn ? MailFile.State.NOT_YET : MailFile.State.NOT_SCANNED;
        };
    }

    private static List<String> lines(@Nullable String kept, Stream<Remark> label) {
        List<String> lines = new ArrayList<>(label.map(Remark::words).toList());
        lines.addAll(text(kept).lines().toList());
        return lines;
    }

    private static String text(@Nullable String kept) {
        return kept == null ? "" : kept;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
