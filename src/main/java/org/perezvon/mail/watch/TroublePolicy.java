package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.perezvon.mail.watch.Trouble.Finding;
import org.perezvon.mail.watch.Trouble.Kind;
import org.springframework.stereotype.Component;

/** What of the state of the mail room people must be told, because it does not cure itself. */
@Component
class TroublePolicy {

    /** A mail server that is started anew is away for a moment; nobody need be called for that. */
    private static final Duration RESTART = Duration.ofMinutes(1);

    private final MailWords words;

    TroublePolicy(MailWords words) {
        this.words = words;
    }

    List<Finding> findings(RoomState room) {
        Instant now = room.at();
        List<Finding> found = new ArrayList<>();
        for (WatchedMailbox mailbox : room.mailboxes()) {
            if (mailbox.state(now) == WatchedMailbox.State.UNREAD) {
                found.add(new Finding(
                        Kind.MAILBOX_UNREAD,
                        mailbox.mailbox(),
                        "Ящик " + mailbox.mailbox() + " " + words.of(mailbox, now)));
            }
        }
        if (room.isShutIn(now) && room.queues().out().longest(now).compareTo(RESTART) >= 0) {
            found.add(new Finding(Kind.NO_WAY_OUT, "", shutIn(room)));
        } else if (room.queues().lettersLate(now)) {
            found.add(new Finding(Kind.LETTERS_LATE, "", late(room.queues().out(), "не отправлено", now)));
        }
        if (room.queues().mailsLate(now)) {
            found.add(new Finding(Kind.MAILS_LATE, "", late(room.queues().in(), "не разобрано", now)));
        }
        if (!room.selfTest().isWell(now)) {
            found.add(new Finding(Kind.SELF_TEST_LOST, "", "Проверка почты: " + words.of(room.selfTest(), now)));
        }
        for (RoomState.Capped capped : room.capped()) {
            found.add(new Finding(
                    Kind.DAILY_CAP,
                    capped.address(),
                    "На адрес " + capped.address() + " за сутки ушло столько писем, сколько разрешено; ждёт ещё "
                            + MailWords.letters(capped.letters())));
        }
        for (FileChecks.Infected file : room.files().infected()) {
            found.add(new Finding(Kind.INFECTED_FILE, file.sha256(), MailWords.of(file)));
        }
        if (room.files().areStuck(now)) {
            found.add(new Finding(Kind.FILES_UNCHECKED, "", "Файлы писем: " + words.of(room.files(), now)));
        }
        return found;
    }

    private String shutIn(RoomState room) {
        String routes = room.routes().stream()
                .map(route -> route.route() + " " + words.of(route, room.at()))
                .collect(Collectors.joining("; "));
        return "Ни один почтовый сервер не принимает наших писем, ждёт "
                + MailWords.letters(room.queues().out().number()) + ". " + routes;
    }

    private String late(Waiting waiting, String what, Instant now) {
        return "Дольше " + MailWords.lasting(Queues.LATE) + " " + what + ": всего ждёт "
                + MailWords.letters(waiting.number()) + ", первое — "
                + MailWords.lasting(waiting.longest(now));
    }
}
