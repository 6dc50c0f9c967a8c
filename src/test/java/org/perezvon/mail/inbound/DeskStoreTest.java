package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.Node;
import org.perezvon.mail.DeskMail;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies on the desk and what may be taken off it. */
@FrontRooms
class DeskStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private MailQueueStore queue;
    private DeskStore desk;
    private KeptMails kept;

    @BeforeEach
    void no_mails() {
        queue = new MailQueueStore(jdbc, clock, new Node("here"));
        desk = new DeskStore(jdbc, clock);
        kept = new KeptMails(jdbc, clock);
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void the_desk_shows_what_waits_for_a_person_and_what_is_still_retried_page_by_page() {
        long forPerson =
                kept.one("From: Anna <anna@b.example>\r\nSubject: =?utf-8?B?0J7RgtCy0LXRgg==?=\r\n\r\nt", null);
        toDesk("Нет метки", Place.HERE);
        long retried = kept.one();
        queue.postpone(queue.claim(true, 1, LEASE).get(0), Duration.ofHours(1), Place.HERE, "База занята");
        long fresh = kept.one();

        List<DeskMail> page = desk.page(0, 10);

        assertThat(page)
                .extracting(DeskMail::id)
                .containsExactly(forPerson, retried)
                .doesNotContain(fresh);
        assertThat(page.get(0).from()).isEqualTo("anna@b.example");
        assertThat(page.get(0).subject()).isEqualTo("Ответ");
        assertThat(page.get(0).reason()).isEqualTo("Нет метки");
        assertThat(page.get(0).state()).isEqualTo(DeskMail.State.WAITS_FOR_PERSON);
        assertThat(page.get(1).reason()).isEqualTo("База занята");
        assertThat(page.get(1).state()).isEqualTo(DeskMail.State.RETRIED);
        assertThat(desk.page(forPerson, 10)).extracting(DeskMail::id).containsExactly(retried);
        assertThat(desk.page(0, 1)).extracting(DeskMail::id).containsExactly(forPerson);
    }

    @Test
    void a_mail_tried_again_is_new_again_and_what_could_not_be_read_is_read_apart() {
        long mail = kept.one();
        toDesk("Не прочитано", Place.NEVER);

        assertThat(desk.tryAgain(mail)).isTrue();

        ClaimedMail claimed = queue.claim(false, 1, LEASE).get(0);
        assertThat(claimed.id()).isEqualTo(mail);
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.place()).isEqualTo(Place.APART);
        assertThat(desk.page(0, 10)).isEmpty();
    }

    @Test
    void what_a_person_has_decided_stays_decided() {
        long mail = kept.one();
        toDesk("Нет метки", Place.HERE);
        assertThat(desk.settleByPerson(mail, "ASIDE")).isTrue();

        assertThat(desk.tryAgain(mail)).isFalse();

        assertThat(kept.state(mail)).isEqualTo("ASIDE");
    }

    @Test
    void nobody_decides_about_a_mail_that_is_tried_again() {
        long mail = kept.one();
        toDesk("Нет метки", Place.HERE);
        desk.tryAgain(mail);

        assertThat(desk.settleByPerson(mail, "ROUTED")).isFalse();

        assertThat(kept.state(mail)).isEqualTo("RECEIVED");
    }

    @Test
    void a_mail_that_is_just_being_taken_is_left_alone() {
        long mail = kept.one();
        queue.postpone(queue.claim(true, 1, LEASE).get(0), Duration.ZERO, Place.HERE, "База занята");
        queue.claim(true, 1, LEASE);

        assertThat(desk.tryAgain(mail)).isFalse();
    }

    @Test
    void the_whole_of_an_oversized_mail_is_asked_for_and_its_head_comes_back_when_nobody_brings_it() {
        long mail = kept.oversized();
        toDesk("Письмо больше 40 МБ", Place.HERE);

        assertThat(desk.tryAgain(mail)).isTrue();

        assertThat(kept.column(mail, "fetch_again")).isEqualTo("true");
        assertThat(queue.claim(true, 1, LEASE)).isEmpty();
        clock.forward(Duration.ofMinutes(11));
        assertThat(queue.claim(true, 1, LEASE).get(0).incomplete()).isEqualTo("Письмо больше 40 МБ");
        assertThat(kept.column(mail, "fetch_again")).isEqualTo("false");
    }

    private void toDesk(String reason, Place place) {
        ClaimedMail claimed = queue.claim(true, 1, LEASE).get(0);
        queue.settle(claimed, new Routing(Routing.State.TRIAGE, List.of(), List.of(reason, "признак"), place));
    }
}
