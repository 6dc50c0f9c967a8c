package org.perezvon.mail.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * Something the mail room cannot do by itself.
 *
 * @param subject which mailbox, which route …; empty where there is only one such thing
 * @param words what is wrong and why, in Russian, as it was when last looked at
 * @param over since when it is no longer so
 * @param seen who has taken note of it, and when
 */
record Trouble(
        long id, Kind kind, String subject, String words, Instant since, Optional<Instant> over, Optional<Seen> seen) {

    /** What can be wrong. */
    enum Kind {
        /** A mailbox has not been read for three of its poll intervals. */
        MAILBOX_UNREAD("ящик не читается"),
        /** No server takes our letters, and letters wait. */
        NO_WAY_OUT("письма не уходят"),
        /** The letter from us to us has not come back. */
        SELF_TEST_LOST("проверочное письмо не вернулось"),
        /** Letters that might have left have not. */
        LETTERS_LATE("письма задерживаются"),
        /** Mails lie in the inbox, neither in a case nor on a desk. */
        MAILS_LATE("пришедшие письма не разбираются"),
        /** So many letters went to one address that the next ones wait for a person. */
        DAILY_CAP("слишком много писем на один адрес"),
        /** A scanner has found something in a file, and nobody has taken note of it. */
        INFECTED_FILE("пришёл заражённый файл"),
        /** Files cannot be looked at, so nobody may open them. */
        FILES_UNCHECKED("файлы писем не проверяются");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** A few words for a heading, in Russian, beginning small. */
        String title() {
            return title;
        }
    }

    /** @param note what the person wrote; may be empty */
    record Seen(String by, Instant at, String note) {}

    /** What a look at the mail room has found; the same kind of the same subject is the same trouble. */
    record Finding(Kind kind, String subject, String words) {

        boolean isAbout(Trouble trouble) {
            return trouble.kind() == kind && trouble.subject().equals(subject);
        }
    }
}
