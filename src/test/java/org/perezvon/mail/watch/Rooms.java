package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.Centre;

/** A mail room in which all is well; tests change what they are about. It is looked at at 10:42 in Irkutsk. */
record Rooms(
        List<WatchedMailbox> mailboxes,
        List<WayOut> routes,
        Queues queues,
        SelfTestState selfTest,
        List<RoomState.Capped> capped,
        FileChecks files) {

    static final Instant NOW = Instant.parse("2026-11-17T02:42:00Z");
    static final Instant OPENED = NOW.minus(Duration.ofHours(5));
    static final Duration POLL = Duration.ofSeconds(30);
    static final MailWords WORDS = new MailWords(new Centre("ЕКЦ", "122", ZoneId.of("Asia/Irkutsk")));

    static Rooms wellKept() {
        return new Rooms(
                List.of(mailbox(12, null)),
                List.of(new WayOut("mail.example:587", List.of(took("one", 60)))),
                new Queues(Waiting.NOBODY, Waiting.NOBODY, Waiting.NOBODY, Waiting.NOBODY),
                test(Optional.empty(), Optional.of(back(1, 300, 3))),
                List.of(),
                new FileChecks(true, Waiting.NOBODY, Optional.empty(), List.of()));
    }

    Rooms with(FileChecks other) {
        return new Rooms(mailboxes, routes, queues, selfTest, capped, other);
    }

    Rooms with(WatchedMailbox... others) {
        return new Rooms(List.of(others), routes, queues, selfTest, capped, files);
    }

    Rooms with(WayOut... others) {
        return new Rooms(mailboxes, List.of(others), queues, selfTest, capped, files);
    }

    Rooms with(Queues other) {
        return new Rooms(mailboxes, routes, other, selfTest, capped, files);
    }

    Rooms with(SelfTestState other) {
        return new Rooms(mailboxes, routes, queues, other, capped, files);
    }

    Rooms with(RoomState.Capped... others) {
        return new Rooms(mailboxes, routes, queues, selfTest, List.of(others), files);
    }

    RoomState state() {
        return new RoomState(NOW, mailboxes, routes, queues, selfTest, capped, files, 0);
    }

    static WatchedMailbox mailbox(long readSecondsAgo, @Nullable String error) {
        return new WatchedMailbox(
                "vopros@mail.example/INBOX",
                POLL,
                OPENED,
                Optional.of("one"),
                Optional.of(ago(readSecondsAgo)),
                Optional.empty(),
                Optional.ofNullable(error),
                Optional.of(ago(readSecondsAgo)),
                Optional.of(3));
    }

    static WayOut.View took(String node, long secondsAgo) {
        return new WayOut.View(node, Optional.of(ago(secondsAgo)), Optional.empty(), Optional.empty(), OPENED);
    }

    static WayOut.View failed(String node, long secondsAgo) {
        return new WayOut.View(
                node, Optional.empty(), Optional.of("не удалось соединиться"), Optional.of(ago(secondsAgo)), ago(900));
    }

    static Waiting waiting(int number, long secondsOfTheFirst) {
        return new Waiting(number, Optional.of(ago(secondsOfTheFirst)));
    }

    static SelfTestState test(Optional<RoundTrip> overdue, Optional<RoundTrip> back) {
        return new SelfTestState(Duration.ofMinutes(15), OPENED, overdue.or(() -> back), back, overdue);
    }

    static RoundTrip back(long id, long sentSecondsAgo, long seconds) {
        return new RoundTrip(
                id,
                "self-test-" + id,
                "one",
                ago(sentSecondsAgo),
                "<a@mail.example>",
                Optional.of(ago(sentSecondsAgo - seconds)),
                Optional.of("<a@mail.example>"),
                Optional.of(true));
    }

    static RoundTrip underWay(long id, long sentSecondsAgo) {
        return new RoundTrip(
                id,
                "self-test-" + id,
                "one",
                ago(sentSecondsAgo),
                "<a@mail.example>",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Instant ago(long seconds) {
        return NOW.minusSeconds(seconds);
    }
}
