package org.perezvon.mail.arrival;

import java.util.List;
import org.perezvon.mail.Conversations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where mails are kept and what is remembered of the folders they lie in; one commit for each thing said here. */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final ArrivalStore store;
    private final Conversations conversations;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Arrivals(
            ArrivalStore store,
            Conversations conversations,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.conversations = conversations;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * A mail kept by reference that a person wants as a whole.
     *
     * @param uid where it was seen in this folder
     */
    record Wanted(long mail, long uid, long fullSize) {}

    /** Up to which UID this folder has been read, if its UIDVALIDITY is still this one; zero otherwise. */
    long lastUid(String mailbox, long uidValidity) {
        return store.lastUid(mailbox, uidValidity);
    }

    /** Keeps what was found, remembers where it lay, and that the folder is read up to this UID: all or nothing. */
    void keep(String mailbox, long uidValidity, List<Found> found, long upTo) {
        List<ArrivalStore.Kept> mails = found.stream()
                .map(mail -> ArrivalStore.Kept.of(mail, fingerprint(mailbox, uidValidity, mail)))
                .toList();
        transaction.executeWithoutResult(status -> {
            if (!mails.isEmpty()) {
                int fresh = store.keep(mails);
                store.sighted(mailbox, uidValidity, mails);
                log.info("{} mails of {} up to uid {} kept, {} of them new", mails.size(), mailbox, upTo, fresh);
            }
            store.moveBookmark(mailbox, uidValidity, upTo);
        });
        events.publishEvent(new MailKept());
    }

    private Fingerprint fingerprint(String mailbox, long uidValidity, Found found) {
        if (found instanceof Found.Whole whole) {
            return Fingerprint.ofWhole(whole.raw(), conversations::namedIn);
        }
        Found.Reference reference = (Found.Reference) found;
        return reference.head().length == 0
                ? Fingerprint.ofPlace(mailbox, uidValidity, found.uid())
                : Fingerprint.ofHead(reference.head(), reference.fullSize(), conversations::namedIn);
    }

    /** Mails of this folder that are safe but not yet marked or moved. */
    List<Long> untidy(String mailbox, long uidValidity, int atMost) {
        return store.untidy(mailbox, uidValidity, atMost);
    }

    void tidied(String mailbox, long uidValidity, List<Long> uids) {
        store.tidied(mailbox, uidValidity, uids);
    }

    /** Mails of this folder of which a person wants the whole. */
    List<Wanted> wanted(String mailbox, long uidValidity) {
        return store.wanted(mailbox, uidValidity);
    }

    /** The whole of a mail is here; whoever takes mails will take it. */
    void complete(long mail, byte[] raw) {
        transaction.executeWithoutResult(status -> {
            Fingerprint fingerprint = Fingerprint.ofWhole(raw, conversations::namedIn);
            store.withContent(fingerprint)
                    .ifPresentOrElse(
                            other -> store.stillMissing(mail, raw.length, Reasons.keptElsewhere(other)),
                            () -> store.complete(mail, fingerprint, raw));
        });
        events.publishEvent(new MailKept());
    }

    /** The whole of a mail cannot be had; it goes back to a person, with the reason. */
    void stillMissing(long mail, long fullSize, String reason) {
        store.stillMissing(mail, fullSize, reason);
        events.publishEvent(new MailKept());
    }

    /** Mails that a person wants as a whole, but that went with an earlier UIDVALIDITY of the only folder that held them. */
    void giveUpLost(String mailbox, long uidValidity) {
        if (store.giveUpLost(mailbox, uidValidity, Reasons.gone(mailbox)) > 0) {
            events.publishEvent(new MailKept());
        }
    }
}
