package org.perezvon.mail.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How many letters leave, by which way and how fast. */
@Component
class LetterFigures {

    private static final String ATTEMPTS = "perezvon.mail.letters";

    private final MeterRegistry meters;
    private final Timer toAccepted;

    LetterFigures(MeterRegistry meters) {
        this.meters = meters;
        this.toAccepted = Timer.builder("perezvon.mail.commit.to.accepted")
                .description("From the moment a letter may leave until a server has taken it")
                .publishPercentileHistogram()
                .register(meters);
    }

    void accepted(DueLetter letter, Carried.Accepted accepted) {
        Duration took = Duration.between(letter.mayLeaveSince(), accepted.at());
        toAccepted.record(took.isNegative() ? Duration.ZERO : took);
        meters.counter(ATTEMPTS, "outcome", "accepted", "route", accepted.route())
                .increment();
    }

    void failed(Carried.Failed failed) {
        String route = failed.route();
        meters.counter(ATTEMPTS, "outcome", word(failed.failure().fault()), "route", route == null ? "none" : route)
                .increment();
    }

    void heldBack(Departure.Reason reason) {
        meters.counter("perezvon.mail.letters.held", "because", word(reason)).increment();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
