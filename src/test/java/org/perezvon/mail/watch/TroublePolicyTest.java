package org.perezvon.mail.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.perezvon.mail.watch.Rooms.ago;
import static org.perezvon.mail.watch.Rooms.back;
import static org.perezvon.mail.watch.Rooms.failed;
import static org.perezvon.mail.watch.Rooms.mailbox;
import static org.perezvon.mail.watch.Rooms.test;
import static org.perezvon.mail.watch.Rooms.took;
import static org.perezvon.mail.watch.Rooms.underWay;
import static org.perezvon.mail.watch.Rooms.waiting;
import static org.perezvon.mail.watch.Rooms.wellKept;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.mail.watch.Trouble.Finding;
import org.perezvon.mail.watch.Trouble.Kind;

/** What is a trouble and what is not yet one, of a mailbox that is to be read every thirty seconds. */
class TroublePolicyTest {

    private final TroublePolicy policy = new TroublePolicy(Rooms.WORDS);

    @Test
    void where_all_is_well_nobody_is_told_anything() {
        assertThat(findings(wellKept())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, false", "91, false", "93, true", "100000, true"})
    void a_mailbox_not_read_for_three_intervals_is_a_trouble(long readSecondsAgo, boolean trouble) {
        assertThat(findings(wellKept().with(mailbox(readSecondsAgo, "сервер не принял пароль"))).stream()
                        .anyMatch(finding -> finding.kind() == Kind.MAILBOX_UNREAD))
                .isEqualTo(trouble);
    }

    @Test
    void an_infected_file_is_a_trouble_of_its_own_until_somebody_takes_note() {
        FileChecks infected = new FileChecks(
                true,
                Waiting.NOBODY,
                Optional.empty(),
                List.of(new FileChecks.Infected("ab12", "счёт.doc", "Win.Trojan", 12, ago(5))));

        assertThat(findings(wellKept().with(infected)))
                .containsExactly(new Finding(
                        Kind.INFECTED_FILE,
                        "ab12",
                        "В письме № 12 заражённый файл «счёт.doc» (Win.Trojan). Открыть его нельзя никому; "
                                + "предупредите отправителя"));
    }

    @ParameterizedTest
    @CsvSource({"60, true, false", "130, true, true", "3000, false, false"})
    void files_that_nobody_can_look_at_are_a_trouble_when_they_have_been_tried(
            long waitSeconds, boolean tried, boolean trouble) {
        FileChecks waiting = new FileChecks(
                true,
                waiting(3, waitSeconds),
                tried ? Optional.of("антивирус недоступен") : Optional.empty(),
                List.of());

        assertThat(findings(wellKept().with(waiting)).stream()
                        .filter(finding -> finding.kind() == Kind.FILES_UNCHECKED)
                        .map(Finding::words))
                .hasSize(trouble ? 1 : 0)
                .allMatch(words ->
                        words.matches("Файлы писем: не проверяются с .*: антивирус недоступен; ждёт файлов: 3, .*"));
    }

    @Test
    void its_words_name_the_mailbox_since_when_and_why() {
        assertThat(findings(wellKept().with(mailbox(600, "сервер не принял пароль"))))
                .containsExactly(new Finding(
                        Kind.MAILBOX_UNREAD,
                        "vopros@mail.example/INBOX",
                        "Ящик vopros@mail.example/INBOX не читается с 10:32: сервер не принял пароль"));
    }

    @Test
    void a_mailbox_nobody_watches_is_a_trouble_but_not_while_the_application_has_just_come() {
        WatchedMailbox nobodys = WatchedMailbox.unknown("vopros@mail.example/INBOX", Rooms.POLL, ago(100));
        WatchedMailbox justNow = WatchedMailbox.unknown("vopros@mail.example/INBOX", Rooms.POLL, ago(60));

        assertThat(findings(wellKept().with(nobodys))).singleElement().satisfies(finding -> assertThat(finding.words())
                .endsWith("за ним не следит ни один узел"));
        assertThat(findings(wellKept().with(justNow))).isEmpty();
    }

    @Test
    void a_night_in_which_the_application_was_off_is_no_trouble_in_the_morning() {
        WatchedMailbox lastReadYesterday = new WatchedMailbox(
                "vopros@mail.example/INBOX",
                Rooms.POLL,
                ago(20),
                Optional.of("one"),
                Optional.of(ago(50_000)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ago(50_000)),
                Optional.empty());

        assertThat(findings(wellKept().with(lastReadYesterday))).isEmpty();
    }

    @Test
    void a_mailbox_of_fifty_thousand_mails_is_no_trouble_while_they_come() {
        WatchedMailbox full = new WatchedMailbox(
                "vopros@mail.example/INBOX",
                Rooms.POLL,
                Rooms.OPENED,
                Optional.of("one"),
                Optional.empty(),
                Optional.of(ago(3)),
                Optional.empty(),
                Optional.of(ago(900)),
                Optional.of(50_000));

        assertThat(findings(wellKept().with(full))).isEmpty();
        assertThat(Rooms.WORDS.of(full, Rooms.NOW)).isEqualTo("читается, писем много");
    }

    @Test
    void no_way_out_is_a_trouble_only_when_a_letter_has_waited_for_one_for_a_minute() {
        Rooms shut = wellKept()
                .with(new WayOut("a:587", List.of(failed("one", 20))), new WayOut("b:587", List.of(failed("one", 30))));

        assertThat(findings(shut)).isEmpty();
        assertThat(findings(shut.with(queues(waiting(2, 59))))).isEmpty();
        assertThat(findings(shut.with(queues(waiting(2, 61))))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NO_WAY_OUT);
            assertThat(finding.words()).contains("ждёт 2 письма", "a:587 не принимает писем с 10:27");
        });
    }

    @Test
    void one_way_that_works_is_enough_and_one_never_tried_may_work() {
        Queues twoWait = queues(waiting(2, 61));
        WayOut down = new WayOut("a:587", List.of(failed("one", 20)));

        assertThat(findings(wellKept()
                        .with(down, new WayOut("b:587", List.of(took("one", 5))))
                        .with(twoWait)))
                .isEmpty();
        assertThat(findings(
                        wellKept().with(down, new WayOut("b:587", List.of())).with(twoWait)))
                .isEmpty();
    }

    @Test
    void a_node_that_has_gone_does_not_vouch_for_a_route() {
        WayOut way = new WayOut("a:587", List.of(took("gone", 3600), failed("here", 20)));

        assertThat(findings(wellKept().with(way).with(queues(waiting(1, 61)))))
                .extracting(Finding::kind)
                .containsExactly(Kind.NO_WAY_OUT);
    }

    @ParameterizedTest
    @CsvSource({"599, false", "601, true"})
    void letters_and_mails_that_wait_longer_than_ten_minutes_are_a_trouble(long seconds, boolean trouble) {
        Queues late = new Queues(waiting(3, seconds), Waiting.NOBODY, waiting(1, seconds), waiting(5, 90_000));

        assertThat(findings(wellKept().with(late)).stream().map(Finding::kind).toList())
                .isEqualTo(trouble ? List.of(Kind.LETTERS_LATE, Kind.MAILS_LATE) : List.of());
    }

    @Test
    void a_letter_to_ourselves_is_lost_after_five_minutes_until_a_later_one_comes_back() {
        RoundTrip lost = underWay(7, 301);

        assertThat(findings(wellKept().with(test(Optional.of(lost), Optional.of(back(6, 1200, 3))))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.words())
                        .isEqualTo("Проверка почты: письмо, отправленное в 10:36, не вернулось за 5 мин"));
        assertThat(findings(wellKept().with(test(Optional.of(lost), Optional.of(back(8, 100, 3))))))
                .isEmpty();
    }

    @Test
    void that_none_has_come_back_for_two_intervals_is_a_trouble_even_when_none_was_sent() {
        RoundTrip longAgo = back(6, 3000, 3);

        assertThat(findings(wellKept().with(test(Optional.of(longAgo), Optional.of(longAgo)))))
                .extracting(Finding::kind)
                .containsExactly(Kind.SELF_TEST_LOST);
    }

    @Test
    void where_the_test_is_off_nothing_is_missed() {
        SelfTestState off = new SelfTestState(
                Duration.ZERO, Rooms.OPENED, Optional.empty(), Optional.empty(), Optional.of(underWay(7, 9000)));

        assertThat(findings(wellKept().with(off))).isEmpty();
    }

    @Test
    void each_address_over_its_daily_cap_is_a_trouble_of_its_own() {
        assertThat(findings(wellKept()
                        .with(
                                new RoomState.Capped("a@agency.example", 5, ago(60)),
                                new RoomState.Capped("b@agency.example", 1, ago(60)))))
                .extracting(Finding::subject)
                .containsExactly("a@agency.example", "b@agency.example");
    }

    private List<Finding> findings(Rooms rooms) {
        return policy.findings(rooms.state());
    }

    private static Queues queues(Waiting out) {
        return new Queues(Waiting.NOBODY, Waiting.NOBODY, out, Waiting.NOBODY);
    }
}
