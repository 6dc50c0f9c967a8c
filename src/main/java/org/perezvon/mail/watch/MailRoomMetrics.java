package org.perezvon.mail.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The figures of the mail room for a monitoring system. A figure nobody knows is not a number. */
@Component
class MailRoomMetrics implements MeterBinder {

    private final MailRoom room;

    MailRoomMetrics(MailRoom room) {
        this.room = room;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (WatchedMailbox mailbox : room.configuredMailboxes()) {
            gauge(
                            "perezvon.mail.scan.age",
                            "Seconds since the mailbox was last read to its end",
                            state -> state.mailboxes().stream()
                                    .filter(seen -> seen.mailbox().equals(mailbox.mailbox()))
                                    .mapToDouble(seen -> seconds(seen.age(room.now())))
                                    .findFirst()
                                    .orElse(Double.NaN))
                    .baseUnit("seconds")
                    .tag("mailbox", mailbox.mailbox())
                    .register(registry);
        }
        for (String route : room.configuredRoutes()) {
            gauge(
                            "perezvon.mail.route.up",
                            "1 while the route takes letters, as far as anybody knows",
                            state -> state.routes().stream()
                                    .filter(way -> way.route().equals(route))
                                    .mapToDouble(way -> way.works(room.now()) ? 1 : 0)
                                    .findFirst()
                                    .orElse(Double.NaN))
                    .tag("route", route)
                    .register(registry);
        }
        queue("in", Queues::in, registry);
        queue("desk", Queues::desk, registry);
        queue("out", Queues::out, registry);
        queue("held", Queues::held, registry);
        gauge(
                        "perezvon.mail.self.test.age",
                        "Seconds since a letter from us to us last came back",
                        state -> state.selfTest()
                                .lastBack()
                                .flatMap(RoundTrip::back)
                                .map(at -> seconds(Duration.between(at, room.now())))
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .register(registry);
        gauge(
                        "perezvon.mail.self.test.duration",
                        "How long the last letter from us to us was under way",
                        state -> state.selfTest()
                                .lastBack()
                                .map(trip -> seconds(trip.duration(room.now())))
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .register(registry);
        gauge(
                        "perezvon.mail.files.waiting",
                        "Files that came with mails and cannot be opened yet",
                        state -> state.files().waiting().number())
                .register(registry);
        gauge(
                        "perezvon.mail.files.oldest",
                        "Seconds the first of them has waited",
                        state -> seconds(state.files().waiting().longest(room.now())))
                .baseUnit("seconds")
                .register(registry);
        gauge("perezvon.mail.troubles", "What the mail room cannot cure by itself just now", RoomState::openTroubles)
                .register(registry);
    }

    private void queue(String name, Function<Queues, Waiting> queue, MeterRegistry registry) {
        gauge("perezvon.mail.queue", "How many wait", state -> queue.apply(state.queues())
                        .number())
                .tag("queue", name)
                .register(registry);
        gauge(
                        "perezvon.mail.queue.oldest",
                        "Seconds the first of them has waited",
                        state -> seconds(queue.apply(state.queues()).longest(room.now())))
                .baseUnit("seconds")
                .tag("queue", name)
                .register(registry);
    }

    private Gauge.Builder<MailRoom> gauge(String name, String description, ToDoubleFunction<RoomState> figure) {
        return Gauge.builder(name, room, asked -> figure.applyAsDouble(asked.state()))
                .description(description);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
