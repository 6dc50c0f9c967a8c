package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReadingThreadsTest {

    private final ReadingThreads threads = new ReadingThreads(Duration.ofMillis(200));

    @Test
    void what_is_read_in_time_is_handed_over() {
        assertThat(threads.within(() -> "прочитано")).isEqualTo("прочитано");
    }

    @Test
    void what_takes_too_long_is_given_up_and_too_many_of_these_are_no_longer_risked() {
        CountDownLatch never = new CountDownLatch(1);

        giveUp(never);
        assertThat(threads.areLost()).isFalse();
        giveUp(never);
        assertThat(threads.areLost()).isTrue();

        never.countDown();
        await().until(() -> !threads.areLost());
    }

    @Test
    void memory_or_stack_that_runs_out_ends_the_reading_and_nothing_else() {
        assertThatThrownBy(() -> threads.within(failing(new OutOfMemoryError())))
                .isInstanceOf(NotRead.class)
                .hasMessage("Не хватило памяти, чтобы прочитать письмо");
        assertThatThrownBy(() -> threads.within(failing(new StackOverflowError())))
                .isInstanceOf(NotRead.class)
                .hasMessageContaining("StackOverflowError");
        assertThat(threads.areLost()).isFalse();
    }

    private void giveUp(CountDownLatch until) {
        assertThatThrownBy(() -> threads.within(() -> {
                    until.await();
                    return "";
                }))
                .isInstanceOf(NotRead.class)
                .hasMessageContaining("не удалось прочитать за");
    }

    private static Callable<String> failing(Error error) {
        return () -> {
            throw error;
        };
    }
}
