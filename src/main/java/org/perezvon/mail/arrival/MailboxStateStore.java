package org.perezvon.mail.arrival;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.Node;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code mailbox_state}: how the watch of each folder fares, for everybody who asks. */
@Component
class MailboxStateStore {

    private static final String EXPECTED = """
            insert into perezvon.mailbox_state (mailbox, since, poll_interval_s) values (:mailbox, :now, :interval)
            on conflict (mailbox) do update set poll_interval_s = excluded.poll_interval_s
            """;

    private static final String SCANNED = """
            update perezvon.mailbox_state set
              watched_by = :node,
              since = case when last_scan_at is null or (last_error is null) <> (cast(:trouble as text) is null)
                           then :now else since end,
              last_scan_at = :now,
              last_error = :trouble,
              last_error_at = case when cast(:trouble as text) is null then last_error_at else :now end,
              uidvalidity = :uidvalidity,
              messages = :messages
            where mailbox = :mailbox
            """;

    private static final String FAILED = """
            update perezvon.mailbox_state set
              since = case when last_error is null then :now else since end,
              last_error = :trouble,
              last_error_at = :now
            where mailbox = :mailbox
            """;

    private static final String TAKEN = "update perezvon.mailbox_state set watched_by = :node where mailbox = :mailbox";

    private static final String LEFT =
            "update perezvon.mailbox_state set watched_by = null where mailbox = :mailbox and watched_by = :node";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Node node;

    MailboxStateStore(JdbcClient jdbc, Clock clock, Node node) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
    }

    /** This folder is to be read so often; whoever asks sees it even when nobody ever succeeds. */
    void expected(String mailbox, Duration interval) {
        jdbc.sql(EXPECTED)
                .param("mailbox", mailbox)
                .param("interval", Math.max(1, interval.toSeconds()))
                .param("now", now())
                .update();
    }

    void taken(String mailbox) {
        jdbc.sql(TAKEN).param("mailbox", mailbox).param("node", node.name()).update();
    }

    void left(String mailbox) {
        jdbc.sql(LEFT).param("mailbox", mailbox).param("node", node.name()).update();
    }

    /** @param trouble what is wrong although it was read to its end, in words; absent: nothing */
    void scanned(String mailbox, long uidValidity, int messages, @Nullable String trouble) {
        jdbc.sql(SCANNED)
                .param("mailbox", mailbox)
                .param("node", node.name())
                .param("uidvalidity", uidValidity)
                .param("messages", messages)
                .param("trouble", trouble)
                .param("now", now())
                .update();
    }

    void failed(String mailbox, String trouble) {
        jdbc.sql(FAILED)
                .param("mailbox", mailbox)
                .param("trouble", trouble)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
