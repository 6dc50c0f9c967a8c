package org.perezvon.mail.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.perezvon.kernel.Node;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Our ways out, the preferred one first. One that fails rests, and the next is taken at once. */
@Component
class SmtpRoutes {

    private static final Logger log = LoggerFactory.getLogger(SmtpRoutes.class);

    /** Each letter would be a statement too many. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(30);

    private final List<SmtpRoute> routes;
    private final RouteStateStore store;
    private final Clock clock;
    private final Node node;
    private final Map<SmtpRoute, Instant> noted = new ConcurrentHashMap<>();

    SmtpRoutes(MailSettings settings, ServerAccess access, RouteStateStore store, Clock clock, Node node) {
        this.routes = settings.routes().stream()
                .map(smtp -> new SmtpRoute(smtp, access, settings.outgoing().patience()))
                .toList();
        this.store = store;
        this.clock = clock;
        this.node = node;
    }

    /** Whether any route may be asked now. */
    boolean isAnyOpen() {
        return best(List.of(), any -> true).isPresent();
    }

    /** The best route that may be asked now, is none of these and is wanted. */
    Optional<SmtpRoute> best(Collection<SmtpRoute> besides, Predicate<SmtpRoute> wanted) {
        Instant now = clock.instant();
        return routes.stream()
                .filter(route -> route.standing().mayBeAsked(now) && !besides.contains(route))
                .filter(wanted)
                .findFirst();
    }

    /** When the next route may be asked; in the past when one may be asked now. */
    Instant nextAsked() {
        return routes.stream()
                .map(route -> route.standing().restsUntil())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    void worked(SmtpRoute route) {
        route.standing().worked();
        Instant now = clock.instant();
        if (noted.getOrDefault(route, Instant.MIN).isBefore(now.minus(NOTED_EVERY))) {
            noted.put(route, now);
            note(route, () -> store.worked(route.name(), node.name(), now));
        }
    }

    /** It cannot be reached, or does not know us. */
    void failed(SmtpRoute route, String reason) {
        route.standing().failed(clock.instant());
        note(route, reason);
    }

    /** It broke off in the middle of a letter. */
    void brokeWith(SmtpRoute route, DueLetter letter, String reason) {
        route.standing().brokeWith(letter.id(), clock.instant());
        note(route, reason);
    }

    private void note(SmtpRoute route, String reason) {
        noted.remove(route);
        note(route, () -> store.failed(route.name(), node.name(), reason, clock.instant()));
        log.warn(
                "Route {}: {}; not asked before {}",
                route.name(),
                reason,
                route.standing().restsUntil());
    }

    /** For people to see. A letter on its way must not depend on it, least of all one that a server has just taken. */
    private void note(SmtpRoute route, Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            noted.remove(route);
            log.error("Could not note the state of route {}: {}", route.name(), e.toString());
        }
    }
}
