package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What has been sent is on record, even when the database was away just then. */
@WholeHouse
class LedgerTest {

    private final String reference = UUID.randomUUID().toString();

    @Autowired
    LetterQueueStore queue;

    @Autowired
    LetterAttemptStore attempts;

    @Autowired
    LetterFigures figures;

    @Autowired
    PlatformTransactionManager database;

    @Autowired
    MailSettings settings;

    @Autowired
    MovableClock clock;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_database_away_for_a_moment_makes_nobody_forget_that_a_letter_has_left() {
        Shaky shaky = new Shaky(database);
        Ledger ledger = new Ledger(queue, attempts, figures, shaky, settings, clock, new Node("shaky"));
        DueLetter letter = underWay();
        shaky.failures.set(2);

        ledger.accepted(letter, new Carried.Accepted("mail:25", "mail", "250 Ok", clock.instant(), ""));

        assertThat(outbox.about(reference)).extracting(SentLetter::state).containsExactly(SentLetter.State.ACCEPTED);
        assertThat(shaky.failures).hasNegativeValue();
    }

    @Test
    void a_database_that_does_not_take_the_words_takes_the_fact() {
        DueLetter letter = underWay();

        ledger().accepted(
                        letter, new Carried.Accepted("mail:25", "ma\u0000il", "250 \u0000", clock.instant(), "\u0000"));

        SentLetter sent = outbox.about(reference).get(0);
        assertThat(sent.state()).isEqualTo(SentLetter.State.ACCEPTED);
        assertThat(sent.serverReply().orElseThrow()).contains("не удалось записать");
        assertThat(outbox.attempts(sent.id(), 10).get(0).endedAt()).isPresent();
    }

    @Test
    void a_database_that_does_not_take_the_words_of_a_refusal_takes_the_refusal() {
        DueLetter letter = underWay();
        DeliveryFailure failure = new DeliveryFailure(DeliveryFailure.Fault.LETTER, "550 \u0000");

        ledger().failed(letter, new Carried.Failed("mail:25", failure, "\u0000"), clock.instant());

        SentLetter refused = outbox.about(reference).get(0);
        assertThat(refused.state()).isEqualTo(SentLetter.State.REFUSED);
        assertThat(refused.lastError().orElseThrow()).contains("не удалось записать");
    }

    private Ledger ledger() {
        return new Ledger(
                queue, attempts, figures, new TransactionTemplate(database), settings, clock, new Node("ledger"));
    }

    /** As a claim leaves it. */
    private DueLetter underWay() {
        new TransactionTemplate(database).executeWithoutResult(transaction -> {
            Letter letter =
                    new Letter(reference, "NOTE", "Иванова", EmailAddress.of("a@shaky.example"), "Запрос", "Ответьте.");
            outbox.put(letter, clock.instant().plus(Duration.ofHours(1)));
        });
        long id = outbox.about(reference).get(0).id();
        jdbc.sql("update perezvon.letter set state = 'SENDING', attempts = 1 where id = :id")
                .param("id", id)
                .update();
        DueLetter letter = jdbc.sql("select *, '' as reference from perezvon.letter where id = :id")
                .param("id", id)
                .query((row, n) -> LetterQueueStore.due(row))
                .single();
        attempts.begin(letter, "ledger");
        return letter;
    }

    /** A database that is away for the next few transactions. */
    private static final class Shaky extends TransactionTemplate {

        private static final long serialVersionUID = 1L;

        private final AtomicInteger failures = new AtomicInteger();

        Shaky(PlatformTransactionManager database) {
            super(database);
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            if (failures.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("The database is away");
            }
            return super.execute(action);
        }
    }
}
