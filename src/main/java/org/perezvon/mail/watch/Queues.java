package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * What waits in the mail room.
 *
 * @param in mails kept and not yet taken
 * @param desk mails on a person's desk
 * @param out letters whose time has come and that no server has taken
 * @param held letters that wait for their time: office hours, a limit
 */
record Queues(Waiting in, Waiting desk, Waiting out, Waiting held) {

    /** A letter or a mail that waits longer makes a trouble: a supervisor may act before fifteen minutes are over (I-10.1). */
    static final Duration LATE = Duration.ofMinutes(10);

    boolean mailsLate(Instant now) {
        return in.longest(now).compareTo(LATE) > 0;
    }

    boolean lettersLate(Instant now) {
        return out.longest(now).compareTo(LATE) > 0;
    }
}
