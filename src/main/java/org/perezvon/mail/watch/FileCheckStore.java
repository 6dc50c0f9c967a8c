package org.perezvon.mail.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.perezvon.mail.files.Scanner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the table {@code stored_file} tells about how files are looked at; only what is open is read. */
@Component
class FileCheckStore {

    private static final String WAITING = """
            select count(*) as number, min(stored_at) as oldest,
                   (array_agg(last_error order by stored_at) filter (where last_error is not null))[1] as reason
            from perezvon.stored_file where next_attempt_at is not null
            """;

    private static final String INFECTED = """
            select encode(s.sha256, 'hex') as sha256, s.signature, s.scanned_at, f.name, f.raw_mail_id
            from perezvon.stored_file s
            join lateral (select name, raw_mail_id from perezvon.mail_file f where f.sha256 = s.sha256
                          order by raw_mail_id desc limit 1) f on true
            where s.scan = 'INFECTED' and not exists (
              select 1 from perezvon.mail_trouble t
              where t.kind = 'INFECTED_FILE' and t.subject = encode(s.sha256, 'hex') and t.seen_at is not null)
            order by s.scanned_at desc limit 20
            """;

    private final JdbcClient jdbc;
    private final Scanner scanner;

    FileCheckStore(JdbcClient jdbc, Scanner scanner) {
        this.jdbc = jdbc;
        this.scanner = scanner;
    }

    FileChecks look() {
        List<FileChecks.Infected> infected =
                jdbc.sql(INFECTED).query((row, n) -> infected(row)).list();
        return jdbc.sql(WAITING)
                .query((row, n) -> new FileChecks(
                        scanner.isOn(),
                        new Waiting(
                                row.getInt("number"),
                                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)),
                        Optional.ofNullable(row.getString("reason")),
                        infected))
                .single();
    }

    private static FileChecks.Infected infected(ResultSet row) throws SQLException {
        return new FileChecks.Infected(
                row.getString("sha256"),
                row.getString("name"),
                row.getString("signature"),
                row.getLong("raw_mail_id"),
                row.getObject("scanned_at", OffsetDateTime.class).toInstant());
    }
}
