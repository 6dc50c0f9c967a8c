package org.perezvon.mail.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Misreading;
import org.perezvon.mail.Misreadings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code misreading}. */
@Component
public class MisreadingStore {

    private static final String KEEP = """
            insert into perezvon.misreading (raw_mail_id, read_as, kind, text, note, reported_by, reported_at)
            values (:mail, :readAs, :kind, :text, :note, :by, :now)
            on conflict (raw_mail_id) do update set read_as = excluded.read_as, kind = excluded.kind,
              text = excluded.text, note = excluded.note, reported_by = excluded.reported_by,
              reported_at = excluded.reported_at
            """;

    private static final String LATEST = """
            select m.*, r.received_at, substring(r.raw from 1 for :head) as head
            from perezvon.misreading m join perezvon.raw_mail r on r.id = m.raw_mail_id
            order by m.reported_at desc, m.raw_mail_id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MisreadingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void keep(long mailId, MailKind readAs, Misreadings.Correction correction, String by) {
        jdbc.sql(KEEP)
                .param("mail", mailId)
                .param("readAs", readAs.name())
                .param("kind", correction.kind().name())
                .param("text", correction.text())
                .param("note", correction.note())
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public int number() {
        return jdbc.sql("select count(*) from perezvon.misreading")
                .query(Integer.class)
                .single();
    }

    public List<Misreading> latest(int limit) {
        return jdbc.sql(LATEST)
                .param("head", MailHead.LENGTH)
                .param("limit", limit)
                .query((row, n) -> misreading(row))
                .list();
    }

    public boolean forget(long mailId) {
        return jdbc.sql("delete from perezvon.misreading where raw_mail_id = :mail")
                        .param("mail", mailId)
                        .update()
                == 1;
    }

    private static Misreading misreading(ResultSet row) throws SQLException {
        MailHead head = MailHead.of(row.getBytes("head"));
        return new Misreading(
                row.getLong("raw_mail_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                head.from(),
                head.subject(),
                MailKind.valueOf(row.getString("read_as")),
                MailKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("note"),
                row.getString("reported_by"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant());
    }
}
