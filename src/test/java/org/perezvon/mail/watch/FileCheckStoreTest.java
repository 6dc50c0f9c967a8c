package org.perezvon.mail.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.files.Scanner;
import org.perezvon.mail.watch.Trouble.Finding;
import org.perezvon.mail.watch.Trouble.Kind;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the watch of the mail room sees of files. */
@FrontRooms
class FileCheckStoreTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private FileCheckStore store;
    private TroubleStore troubles;

    @BeforeEach
    void no_files() {
        jdbc.sql("delete from perezvon.raw_mail").update();
        jdbc.sql("delete from perezvon.stored_file").update();
        store = new FileCheckStore(jdbc, new Scanner.Absent());
        troubles = new TroubleStore(jdbc, clock);
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void where_nothing_waits_nothing_is_told() {
        file(1, "CLEAN", null, null);

        FileChecks seen = store.look();

        assertThat(seen.scanned()).isFalse();
        assertThat(seen.waiting().number()).isZero();
        assertThat(seen.reason()).isEmpty();
        assertThat(seen.infected()).isEmpty();
    }

    @Test
    void what_waits_is_counted_from_its_arrival_with_the_reason() {
        file(1, "NOT_SCANNED", "антивирус недоступен", "now()");
        file(2, "NOT_SCANNED", null, "now()");
        clock.forward(Duration.ofMinutes(3));

        FileChecks seen = store.look();

        assertThat(seen.waiting().number()).isEqualTo(2);
        assertThat(seen.reason()).contains("антивирус недоступен");
        assertThat(seen.areStuck(clock.instant())).isTrue();
    }

    @Test
    void an_infected_file_is_told_until_a_person_has_taken_note_of_it() {
        String sha256 = file(7, "INFECTED", null, null);
        jdbc.sql("""
                with mail as (
                  insert into perezvon.raw_mail (content_hash, received_at, raw, size, state, next_attempt_at)
                  values ('a', now(), 'x', 1, 'ROUTED', now()) returning id)
                insert into perezvon.mail_file (raw_mail_id, number, name, declared_type, size, sha256)
                select id, 1, 'счёт.doc', 'application/msword', 1, decode(:sha256, 'hex') from mail
                """).param("sha256", sha256).update();

        assertThat(store.look().infected()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("счёт.doc");
            assertThat(file.found()).isEqualTo("Win.Trojan");
        });

        Optional<Long> trouble = troubles.begin(new Finding(Kind.INFECTED_FILE, sha256, "заражён"));
        assertThat(store.look().infected()).hasSize(1);
        troubles.seen(trouble.orElseThrow(), "supervisor", "");

        assertThat(store.look().infected()).isEmpty();
    }

    private String file(int number, String scan, @Nullable String reason, @Nullable String waitsUntil) {
        String sha256 = "%064x".formatted(number);
        jdbc.sql("""
                insert into perezvon.stored_file (sha256, size, stored_at, scan, signature, scanned_at, last_error,
                  next_attempt_at)
                values (decode(:sha256, 'hex'), 1, :now, :scan, case when :scan = 'INFECTED' then 'Win.Trojan' end,
                  case when :scan <> 'NOT_SCANNED' then now() end, :reason, %s)
                """.formatted(waitsUntil == null ? "null" : waitsUntil))
                .param("sha256", sha256)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("scan", scan)
                .param("reason", reason)
                .update();
        return sha256;
    }
}
