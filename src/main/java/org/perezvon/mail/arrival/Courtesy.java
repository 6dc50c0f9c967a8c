package org.perezvon.mail.arrival;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.MailSettings.Afterwards;

/**
 * Marks or moves mails in their folder once they are safe: a courtesy to people who look into the mailbox. Nothing of ours
 * depends on it, and what a crash left undone is done at the next scan.
 */
final class Courtesy {

    private static final int MOST_AT_ONCE = 500;

    private final String mailbox;
    private final Afterwards afterwards;
    private final String moveTo;
    private final Arrivals arrivals;
    private @Nullable String trouble;

    Courtesy(MailSettings.Imap imap, String folder, Arrivals arrivals) {
        this.mailbox = imap.mailbox(folder);
        this.moveTo = imap.moveTo();
        // A mail is not moved to where it is.
        this.afterwards =
                folder.equals(moveTo) && imap.afterwards() == Afterwards.MOVE ? Afterwards.LEAVE : imap.afterwards();
        this.arrivals = arrivals;
    }

    /** A new scan begins: what failed before may succeed now. */
    void begin(ImapConnection folder) throws IOException {
        trouble = folder.readOnly() && afterwards != Afterwards.LEAVE
                ? "Папка открывается только для чтения: письма приняты, но не помечаются"
                : null;
        tidy(folder);
    }

    /** Why people will not find the folder as they wish; absent: they will. */
    @Nullable
    String trouble() {
        return trouble;
    }

    void tidy(ImapConnection folder) throws IOException {
        if (trouble != null) {
            return;
        }
        List<Long> uids = arrivals.untidy(mailbox, folder.uidValidity(), MOST_AT_ONCE);
        if (uids.isEmpty()) {
            return;
        }
        try {
            switch (afterwards) {
                case LEAVE -> {}
                case SEEN -> folder.markSeen(uids);
                case MOVE -> folder.move(uids, moveTo);
            }
            arrivals.tidied(mailbox, folder.uidValidity(), uids);
        } catch (CommandRefused e) {
            trouble = "Письма приняты, но пометить или переложить их в ящике не удалось: " + e.getMessage();
        }
    }
}
