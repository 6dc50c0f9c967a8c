package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.Node;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue of mails on a real database, with nobody at work but two nodes that a test moves step by step. */
@FrontRooms
class MailQueueStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Routing ROUTED = new Routing(Routing.State.ROUTED, List.of(), List.of("метка"), Place.HERE);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private MailQueueStore here;
    private MailQueueStore elsewhere;
    private KeptMails kept;

    @BeforeEach
    void two_nodes_and_no_mails() {
        here = new MailQueueStore(jdbc, clock, new Node("here"));
        elsewhere = new MailQueueStore(jdbc, clock, new Node("elsewhere"));
        kept = new KeptMails(jdbc, clock);
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void mails_are_claimed_in_the_order_in_which_they_came_and_each_by_one_node() {
        long first = kept.one();
        long second = kept.one();
        long third = kept.one();

        assertThat(ids(here.claim(true, 2, LEASE))).containsExactly(first, second);
        assertThat(ids(elsewhere.claim(true, 2, LEASE))).containsExactly(third);
        assertThat(here.claim(true, 2, LEASE)).isEmpty();
    }

    @Test
    void what_somebody_is_just_claiming_is_passed_by() {
        long first = kept.one();
        long second = kept.one();

        transaction.executeWithoutResult(status -> {
            assertThat(ids(here.claim(true, 1, LEASE))).containsExactly(first);
            TransactionTemplate another = new TransactionTemplate(transaction.getTransactionManager());
            another.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            another.executeWithoutResult(
                    inner -> assertThat(ids(elsewhere.claim(true, 2, LEASE))).containsExactly(second));
        });
    }

    @Test
    void the_attempt_is_on_record_before_it_is_made() {
        long mail = kept.one();

        assertThat(here.claim(true, 1, LEASE).get(0).attempts()).isEqualTo(1);

        assertThat(kept.column(mail, "attempts")).isEqualTo("1");
        assertThat(kept.column(mail, "claimed_by")).isEqualTo("here");
        assertThat(kept.state(mail)).isEqualTo("RECEIVED");
    }

    @Test
    void mails_of_one_inquiry_are_taken_one_after_the_other() {
        long first = kept.of(7);
        long second = kept.of(7);
        long stranger = kept.of(8);

        List<ClaimedMail> claimed = here.claim(true, 10, LEASE);
        assertThat(ids(claimed)).containsExactly(first, stranger);
        assertThat(elsewhere.claim(true, 10, LEASE)).isEmpty();
        here.postpone(claimed.get(0), Duration.ofSeconds(10), Place.HERE, "Ещё не отправлен");
        assertThat(elsewhere.claim(true, 10, LEASE)).isEmpty();

        clock.forward(Duration.ofSeconds(11));
        ClaimedMail again = elsewhere.claim(true, 10, LEASE).get(0);
        assertThat(again.id()).isEqualTo(first);
        elsewhere.settle(again, ROUTED);

        assertThat(ids(here.claim(true, 10, LEASE))).containsExactly(second);
    }

    @Test
    void a_mail_that_nobody_can_take_holds_up_its_inquiry_for_a_while_only() {
        long stuck = kept.of(7);
        long next = kept.of(7);
        for (int attempt = 1; attempt <= MailQueueStore.LAST_ATTEMPT; attempt++) {
            ClaimedMail claimed = here.claim(true, 10, LEASE).get(0);
            assertThat(claimed.id()).isEqualTo(stuck);
            here.postpone(claimed, Duration.ZERO, Place.HERE, "нет");
        }

        ClaimedMail last = here.claim(true, 10, LEASE).get(0);
        here.postpone(last, Duration.ofHours(1), Place.HERE, "и стол не принимает");

        assertThat(ids(here.claim(true, 10, LEASE))).containsExactly(next);
    }

    @Test
    void what_a_node_held_when_it_died_is_read_apart_by_another_when_its_claim_has_run_out() {
        long mail = kept.one();
        ClaimedMail lost = here.claim(true, 1, LEASE).get(0);
        assertThat(elsewhere.claim(false, 1, LEASE)).isEmpty();

        clock.forward(LEASE.plusSeconds(1));

        assertThat(elsewhere.claim(true, 1, LEASE)).isEmpty();
        ClaimedMail taken = elsewhere.claim(false, 1, LEASE).get(0);
        assertThat(taken.place()).isEqualTo(Place.APART);
        assertThat(here.settle(lost, ROUTED)).as("a claim that has run out").isFalse();
        assertThat(kept.state(mail)).isEqualTo("RECEIVED");
        assertThat(elsewhere.settle(taken, ROUTED)).isTrue();
        assertThat(kept.state(mail)).isEqualTo("ROUTED");
        assertThat(elsewhere.settle(taken, ROUTED)).as("settled once").isFalse();
    }

    @Test
    void a_node_that_starts_again_frees_what_it_had_claimed_and_nothing_else() {
        long ours = kept.one();
        here.claim(true, 1, LEASE);
        long theirs = kept.one();
        elsewhere.claim(true, 1, LEASE);

        assertThat(here.releaseLost()).isEqualTo(1);

        assertThat(ids(here.claim(false, 2, LEASE))).containsExactly(ours);
        assertThat(kept.column(theirs, "claimed_by")).isEqualTo("elsewhere");
    }

    @Test
    void a_large_mail_is_read_apart_from_the_beginning() {
        long large = kept.one(new byte[2 * 1024 * 1024 + 1], null);

        assertThat(here.claim(true, 1, LEASE)).isEmpty();

        ClaimedMail claimed = here.claim(false, 1, LEASE).get(0);
        assertThat(claimed.id()).isEqualTo(large);
        assertThat(claimed.place()).isEqualTo(Place.APART);
    }

    @Test
    void what_is_given_back_has_not_been_tried() {
        kept.one();
        here.giveBack(here.claim(true, 1, LEASE).get(0));

        assertThat(elsewhere.claim(true, 1, LEASE).get(0).attempts()).isEqualTo(1);
    }

    private static List<Long> ids(List<ClaimedMail> mails) {
        return mails.stream().map(ClaimedMail::id).toList();
    }
}
