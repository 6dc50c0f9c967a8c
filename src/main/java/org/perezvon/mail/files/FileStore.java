package org.perezvon.mail.files;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.document.Findings;
import org.perezvon.mail.document.Remark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code stored_file} and {@code stored_file_piece}: files by what they hold, and what is known of them. */
@Component
class FileStore {

    /** Files are handed on in pieces of this size: no more of them need be in memory. */
    static final int PIECE = 256 * 1024;

    private static final int LONGEST_ERROR = 1000;

    private static final String ADD = """
            insert into perezvon.stored_file (sha256, size, stored_at, next_attempt_at)
            values (:sha256, :size, :now, :now) on conflict do nothing
            """;

    private static final String CLAIM = """
            update perezvon.stored_file f set attempts = attempts + 1, next_attempt_at = :until
            where sha256 = (select sha256 from perezvon.stored_file where next_attempt_at <= :now
                            order by next_attempt_at limit 1 for update skip locked)
            returning f.sha256, f.attempts, f.scan, f.examined_at is not null as examined
            """;

    private static final String EXAMINED = """
            update perezvon.stored_file set examined_at = :now, type = :type, dangers = :dangers, remarks = :remarks,
              unread = :unread, text = :text, text_whole = :whole
            where sha256 = :sha256
            """;

    private static final String SCANNED = """
            update perezvon.stored_file set scan = :scan, signature = :signature, scanned_at = :now where sha256 = :sha256
            """;

    private static final String NOT_SCANNED_YET = """
            update perezvon.stored_file set next_attempt_at = :now
            where scan = 'NOT_SCANNED' and next_attempt_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A file to be looked at, ours for a while.
     *
     * @param attempts how often it was claimed, this time included
     */
    record Claimed(Sha256 sha256, int attempts, boolean scanned, boolean examined) {}

    /** Keeps the file unless it is here already; within the caller's transaction. */
    void add(Sha256 sha256, byte[] content) {
        boolean fresh = jdbc.sql(ADD)
                        .param("sha256", sha256.bytes())
                        .param("size", (long) content.length)
                        .param("now", now())
                        .update()
                == 1;
        for (int from = 0, number = 0; fresh && from < content.length; from += PIECE, number++) {
            jdbc.sql("insert into perezvon.stored_file_piece (sha256, number, bytes) values (:sha256, :number, :bytes)")
                    .param("sha256", sha256.bytes())
                    .param("number", number)
                    .param("bytes", Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)))
                    .update();
        }
    }

    /** Its contents, fetched while they are read. */
    InputStream open(Sha256 sha256) {
        return new PieceByPiece(number -> piece(sha256, number));
    }

    private Optional<byte[]> piece(Sha256 sha256, int number) {
        return jdbc.sql("select bytes from perezvon.stored_file_piece where sha256 = :sha256 and number = :number")
                .param("sha256", sha256.bytes())
                .param("number", number)
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }

    /** The next file that waits to be looked at. */
    Optional<Claimed> claim(Duration lease) {
        return jdbc.sql(CLAIM)
                .param("now", now())
                .param("until", now().plus(lease))
                .query((row, n) -> claimed(row))
                .optional();
    }

    void examined(Sha256 sha256, Findings findings) {
        jdbc.sql(EXAMINED)
                .param("sha256", sha256.bytes())
                .param("now", now())
                .param("type", findings.type())
                .param("dangers", lines(findings.remarks(), true))
                .param("remarks", lines(findings.remarks(), false))
                .param("unread", findings.unread())
                .param("text", findings.text().replace("\u0000", ""))
                .param("whole", findings.whole())
                .update();
    }

    void clean(Sha256 sha256) {
        scanned(sha256, "CLEAN", null);
    }

    void infected(Sha256 sha256, String signature) {
        scanned(sha256, "INFECTED", signature);
    }

    private void scanned(Sha256 sha256, String scan, @Nullable String signature) {
        jdbc.sql(SCANNED)
                .param("sha256", sha256.bytes())
                .param("scan", scan)
                .param("signature", signature)
                .param("now", now())
                .update();
    }

    /** Nothing is left to do with it. */
    void done(Sha256 sha256) {
        jdbc.sql("update perezvon.stored_file set next_attempt_at = null, last_error = null where sha256 = :sha256")
                .param("sha256", sha256.bytes())
                .update();
    }

    void postpone(Sha256 sha256, Duration delay, String error) {
        jdbc.sql("update perezvon.stored_file set next_attempt_at = :next, last_error = :error where sha256 = :sha256")
                .param("sha256", sha256.bytes())
                .param("next", now().plus(delay))
                .param(
                        "error",
                        error.substring(0, Math.min(error.length(), LONGEST_ERROR))
                                .replace("\u0000", ""))
                .update();
    }

    /** There is a scanner now, or again: what came meanwhile is to be scanned. */
    int scanWhatWasNot() {
        return jdbc.sql(NOT_SCANNED_YET).param("now", now()).update();
    }

    private static String lines(List<Remark> remarks, boolean danger) {
        return remarks.stream()
                .filter(remark -> remark.danger() == danger)
                .map(remark -> remark.words().replace('\n', ' ').replace("\u0000", ""))
                .collect(Collectors.joining("\n"));
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                Sha256.from(row.getBytes("sha256")),
                row.getInt("attempts"),
                !row.getString("scan").equals("NOT_SCANNED"),
                row.getBoolean("examined"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
