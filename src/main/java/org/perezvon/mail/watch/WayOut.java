package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one SMTP route fares, as each node sees it.
 *
 * @param views what nodes last saw there; none: no letter has left by it yet
 */
record WayOut(String route, List<View> views) {

    /** A route that fails is asked again at least every five minutes; a node that said nothing for twice as long is gone. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /**
     * @param tookAt when its server last took a letter from this node
     * @param error why it does not, in Russian; absent: it does
     * @param failedAt its last failure, also when it is over
     * @param since since when it does or does not
     */
    record View(
            String node, Optional<Instant> tookAt, Optional<String> error, Optional<Instant> failedAt, Instant since) {

        Instant at() {
            return Stream.of(tookAt, failedAt)
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder())
                    .orElse(since);
        }
    }

    /** Whether letters can leave by it, as far as anybody knows: nobody has tried is no failure. */
    boolean works(Instant now) {
        List<View> counting = counting(now);
        return counting.isEmpty()
                || counting.stream().anyMatch(view -> view.error().isEmpty());
    }

    /** Why it does not work, as the node saw it that looked last. */
    Optional<View> failure(Instant now) {
        return works(now)
                ? Optional.empty()
                : counting(now).stream()
                        .filter(view -> view.error().isPresent())
                        .max(Comparator.comparing(View::at));
    }

    Optional<Instant> tookAt() {
        return views.stream().map(View::tookAt).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private List<View> counting(Instant now) {
        List<View> fresh = views.stream()
                .filter(view -> view.at().plus(FRESH).isAfter(now))
                .toList();
        return fresh.isEmpty()
                ? views.stream().max(Comparator.comparing(View::at)).stream().toList()
                : fresh;
    }
}
