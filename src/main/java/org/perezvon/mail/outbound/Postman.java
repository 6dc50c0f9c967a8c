package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries letters one after another over one connection, and takes the next route when one fails. As long as no server has
 * had the whole letter, trying elsewhere cannot double it.
 */
final class Postman implements AutoCloseable {

    private final SmtpRoutes routes;
    private final Clock clock;
    private @Nullable SmtpConnection connection;

    Postman(SmtpRoutes routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /** @param beforeEachTry says that the letter is still on its way; throws when it is somebody else's now */
    Carried carry(DueLetter letter, MimeMessage message, Runnable beforeEachTry) {
        Errand errand = new Errand(letter, message);
        Optional<Carried> ended = Optional.empty();
        while (ended.isEmpty()) {
            beforeEachTry.run();
            ended = errand.attempt();
        }
        return ended.get();
    }

    /** One letter's way, over as many routes as it takes. */
    private final class Errand {

        private final DueLetter letter;
        private final MimeMessage message;
        private final Dialogue dialogue = new Dialogue(clock);
        private final Set<SmtpRoute> failed = new HashSet<>();
        private Carried.Failed last = new Carried.Failed(
                null, new DeliveryFailure(DeliveryFailure.Fault.ROUTE, "Ни один почтовый сервер не отвечает"), "");

        Errand(DueLetter letter, MimeMessage message) {
            this.letter = letter;
            this.message = message;
        }

        /** @return what has come of it; absent when it is worth another try at once */
        Optional<Carried> attempt() {
            SmtpConnection open = stillOpen(dialogue);
            if (open != null && !isDoubtful(open.route())) {
                return send(open, false);
            }
            Optional<SmtpRoute> route =
                    routes.best(failed, other -> !isDoubtful(other)).or(() -> routes.best(failed, any -> true));
            if (route.isEmpty()) {
                return Optional.of(last);
            }
            return dial(route.get());
        }

        private boolean isDoubtful(SmtpRoute route) {
            return route.name().equals(letter.doubtfulRoute());
        }

        private Optional<Carried> dial(SmtpRoute route) {
            close();
            try {
                SmtpConnection fresh = route.connect(dialogue);
                connection = fresh;
                return send(fresh, true);
            } catch (MessagingException | RuntimeException e) {
                String reason = DeliveryFailure.words(e);
                routes.failed(route, reason);
                failed.add(route);
                failed(route, new DeliveryFailure(DeliveryFailure.Fault.ROUTE, route.name() + ": " + reason));
                return Optional.empty();
            }
        }

        private Optional<Carried> send(SmtpConnection open, boolean fresh) {
            try {
                String reply = open.send(message, letter.to());
                routes.worked(open.route());
                return Optional.of(new Carried.Accepted(
                        open.route().name(), open.serverName(), reply, clock.instant(), dialogue.text()));
            } catch (MessagingException e) {
                failed(open.route(), DeliveryFailure.of(e, dialogue));
            }
            return switch (last.failure().fault()) {
                case LETTER, FOR_NOW -> Optional.of(last);
                case DOUBT -> {
                    breakOff(open);
                    yield Optional.of(last);
                }
                case ROUTE -> {
                    if (fresh) { // a server may end an old session at any time
                        breakOff(open);
                    }
                    close();
                    yield Optional.empty();
                }
            };
        }

        private void breakOff(SmtpConnection open) {
            routes.brokeWith(open.route(), letter, last.failure().reason());
            failed.add(open.route());
            close();
        }

        private void failed(SmtpRoute route, DeliveryFailure failure) {
            last = new Carried.Failed(route.name(), failure, dialogue.text());
        }
    }

    private @Nullable SmtpConnection stillOpen(Dialogue dialogue) {
        SmtpConnection current = connection;
        if (current != null && !current.isReadyFor(dialogue)) {
            close();
            return null;
        }
        return current;
    }

    @Override
    public void close() {
        SmtpConnection current = connection;
        connection = null;
        if (current != null) {
            current.close();
        }
    }
}
