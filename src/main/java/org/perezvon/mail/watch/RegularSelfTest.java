package org.perezvon.mail.watch;

import java.time.Duration;
import org.perezvon.mail.MailSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends letters from us to us at their times, from one node at a time, and throws away those that are back. */
@Component
class RegularSelfTest implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(10);

    private final SelfTest selfTest;
    private final ReturnedLetters returned;
    private final TurnStore turns;
    private final Duration every;
    private final Beat beat = new Beat("mail-self-test", LOOK, this::test);

    RegularSelfTest(SelfTest selfTest, ReturnedLetters returned, TurnStore turns, MailSettings settings) {
        this.selfTest = selfTest;
        this.returned = returned;
        this.turns = turns;
        this.every = settings.watch().selfTest();
    }

    private void test() {
        if (!every.isZero() && turns.take(TurnStore.Duty.SELF_TEST, every)) {
            selfTest.send();
        }
        if (turns.take(TurnStore.Duty.CLEANING, LOOK)) {
            returned.throwAway();
        }
    }

    @Override
    public void start() {
        beat.start();
    }

    @Override
    public void stop() {
        beat.stop();
    }

    @Override
    public boolean isRunning() {
        return beat.isRunning();
    }
}
