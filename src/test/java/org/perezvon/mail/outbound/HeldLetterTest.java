package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Letter;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter that is held back for an hour, and perhaps nobody needs any more. */
@WholeHouse
class HeldLetterTest {

    private static final EmailAddress TO = EmailAddress.of("ivanova@withdrawn.example");
    private static final Duration HOUR = Duration.ofHours(1);

    private final String reference = UUID.randomUUID().toString();

    @Autowired
    Outbox outbox;

    @Autowired
    LetterQueueStore store;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate together;

    @Autowired
    JdbcClient jdbc;

    @Test
    void it_will_not_leave() {
        put("REMINDER");

        withdraw();

        assertThat(letter().state()).isEqualTo(SentLetter.State.WITHDRAWN);
        assertThat(letter().attempts()).isZero();
    }

    @Test
    void a_letter_that_may_leave_at_once_overtakes_it() {
        put("REMINDER");
        together.executeWithoutResult(transaction -> outbox.put(written("NOTE")));

        House.eventually(
                "the later letter", () -> outbox.about(reference).get(1).state(), SentLetter.State.ACCEPTED::equals);

        assertThat(letter().state()).isEqualTo(SentLetter.State.WAITING);
        withdraw();
    }

    @Test
    void a_letter_for_another_purpose_stays() {
        put("NOTE");

        withdraw();

        assertThat(letter().state()).isEqualTo(SentLetter.State.WAITING);
    }

    @Test
    void just_being_sent_it_leaves_or_this_was_its_last_attempt() {
        put("REMINDER");
        DueLetter dialled = dialled();

        withdraw();
        assertThat(letter().state()).isEqualTo(SentLetter.State.SENDING);
        store.putOff(dialled, clock.instant().plusSeconds(5), "451 try again later");

        assertThat(letter().state()).isEqualTo(SentLetter.State.WITHDRAWN);
    }

    @Test
    void just_being_sent_and_taken_by_the_server_it_has_left() {
        put("REMINDER");
        DueLetter dialled = dialled();

        withdraw();
        store.accepted(dialled, new Carried.Accepted("mail:25", "mail", "250 Ok", clock.instant(), ""), false);

        assertThat(letter().state()).isEqualTo(SentLetter.State.ACCEPTED);
    }

    private void put(String purpose) {
        together.executeWithoutResult(
                transaction -> outbox.put(written(purpose), clock.instant().plus(HOUR)));
    }

    private Letter written(String purpose) {
        return new Letter(reference, purpose, "Иванова Анна Петровна", TO, "Напоминание", "Ждём ответа.");
    }

    private void withdraw() {
        together.executeWithoutResult(transaction -> outbox.withdraw(reference, Set.of("REMINDER")));
    }

    private SentLetter letter() {
        return outbox.about(reference).get(0);
    }

    /** As {@link LetterQueueStore#claim} leaves it, which would take whatever letter is due. */
    private DueLetter dialled() {
        jdbc.sql("update perezvon.letter set state = 'SENDING', attempts = 1 where message_id = :id")
                .param("id", letter().messageId())
                .update();
        return jdbc.sql("select id, conversation_id from perezvon.letter where message_id = :id")
                .param("id", letter().messageId())
                .query((row, n) -> new DueLetter(
                        row.getLong("id"),
                        row.getLong("conversation_id"),
                        reference,
                        "REMINDER",
                        Letter.Origin.TIMER,
                        "Иванова Анна Петровна",
                        TO.value(),
                        "Напоминание",
                        "Ждём ответа.",
                        letter().messageId(),
                        AnsweredMail.NONE,
                        1,
                        clock.instant(),
                        false,
                        false,
                        0,
                        0,
                        null))
                .single();
    }
}
