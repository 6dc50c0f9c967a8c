package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mail room as programs and the page «Почта» read it: figures for the ones, words for the others.
 *
 * @param at when it was looked at
 */
record RoomView(
        Instant at,
        List<MailboxView> mailboxes,
        List<RouteView> routes,
        QueuesView queues,
        SelfTestView selfTest,
        FilesView files,
        List<TroubleView> troubles) {

    /** @param state {@code READ}, {@code DOUBTFUL} or {@code UNREAD} */
    record MailboxView(
            String mailbox,
            WatchedMailbox.State state,
            String words,
            @Nullable Instant readAt,
            long pollIntervalSeconds,
            @Nullable String watchedBy,
            @Nullable Integer mails) {}

    record RouteView(
            String route,
            boolean works,
            String words,
            @Nullable Instant tookAt,
            List<ViewFromNode> nodes) {}

    /** @param error absent: letters leave from there */
    record ViewFromNode(
            String node,
            @Nullable Instant tookAt,
            @Nullable String error,
            @Nullable Instant failedAt) {}

    record QueuesView(WaitingView in, WaitingView desk, WaitingView out, WaitingView held) {}

    record WaitingView(int number, @Nullable Instant oldest) {}

    /** @param everySeconds zero: never */
    record SelfTestView(
            long everySeconds,
            boolean well,
            String words,
            @Nullable RoundTripView last) {}

    /** @param scanned whether there is a scanner */
    record FilesView(boolean scanned, boolean well, String words, WaitingView waiting) {}

    record RoundTripView(
            long id, String node, Instant sentAt, @Nullable Instant backAt, String words) {}

    record TroubleView(
            long id,
            Trouble.Kind kind,
            String title,
            String words,
            Instant since,
            @Nullable Instant overAt,
            @Nullable String seenBy,
            @Nullable Instant seenAt,
            @Nullable String note) {

        static TroubleView of(Trouble trouble) {
            Optional<Trouble.Seen> seen = trouble.seen();
            return new TroubleView(
                    trouble.id(),
                    trouble.kind(),
                    trouble.kind().title(),
                    trouble.words(),
                    trouble.since(),
                    trouble.over().orElse(null),
                    seen.map(Trouble.Seen::by).orElse(null),
                    seen.map(Trouble.Seen::at).orElse(null),
                    seen.map(Trouble.Seen::note).orElse(null));
        }
    }

    static RoomView of(RoomState state, List<Trouble> troubles, MailWords words, Instant now) {
        return new RoomView(
                state.at(),
                state.mailboxes().stream()
                        .map(mailbox -> mailbox(mailbox, words, now))
                        .toList(),
                state.routes().stream().map(route -> route(route, words, now)).toList(),
                new QueuesView(
                        waiting(state.queues().in()),
                        waiting(state.queues().desk()),
                        waiting(state.queues().out()),
                        waiting(state.queues().held())),
                selfTest(state.selfTest(), words, now),
                new FilesView(
                        state.files().scanned(),
                        !state.files().areStuck(now),
                        words.of(state.files(), now),
                        waiting(state.files().waiting())),
                troubles.stream().map(TroubleView::of).toList());
    }

    static RoundTripView trip(RoundTrip trip, MailWords words, Instant now) {
        return new RoundTripView(
                trip.id(), trip.node(), trip.sentAt(), trip.back().orElse(null), words.of(trip, now));
    }

    private static MailboxView mailbox(WatchedMailbox mailbox, MailWords words, Instant now) {
        return new MailboxView(
                mailbox.mailbox(),
                mailbox.state(now),
                words.of(mailbox, now),
                mailbox.readAt().orElse(null),
                seconds(mailbox.pollInterval()),
                mailbox.watchedBy().orElse(null),
                mailbox.mails().orElse(null));
    }

    private static RouteView route(WayOut route, MailWords words, Instant now) {
        return new RouteView(
                route.route(),
                route.works(now),
                words.of(route, now),
                route.tookAt().orElse(null),
                route.views().stream()
                        .map(view -> new ViewFromNode(
                                view.node(),
                                view.tookAt().orElse(null),
                                view.error().orElse(null),
                                view.failedAt().orElse(null)))
                        .toList());
    }

    private static WaitingView waiting(Waiting waiting) {
        return new WaitingView(waiting.number(), waiting.oldest().orElse(null));
    }

    private static SelfTestView selfTest(SelfTestState test, MailWords words, Instant now) {
        return new SelfTestView(
                seconds(test.every()),
                test.isWell(now),
                words.of(test, now),
                test.lastSent().map(trip -> trip(trip, words, now)).orElse(null));
    }

    private static long seconds(Duration time) {
        return time.toSeconds();
    }
}
