package org.perezvon.mail.arrival;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Reads a folder to its end: what lies above the bookmark is kept batch by batch, each with one commit. A mail that is named
 * but not delivered holds up nobody: it is asked for alone, and in the end kept by reference, for a person.
 */
final class Scan {

    private static final int CHUNK = 500;
    private static final int BATCH = 100;
    private static final long BATCH_BYTES = DataSize.ofMegabytes(8).toBytes();

    /** So often the line may break over one mail before we ask for its head only, and then for nothing. */
    private static final int WHOLE_TRIES = 3;

    private static final int TRIES = 4;

    private static final Logger log = LoggerFactory.getLogger(Scan.class);

    private final String mailbox;
    private final DataSize largest;
    private final Arrivals arrivals;
    private final Courtesy courtesy;

    /** How often the line broke while this mail was asked for alone. */
    private final Map<Long, Integer> broken = new HashMap<>();

    /** Up to this UID mails are asked for one by one: the line broke over one of them. */
    private long cautiousUpTo;

    /** Why the line broke over a mail the last time, in words. */
    private String brokenBy = "";

    /** Whether a break now is one of a limited number, after which we ask differently. */
    private boolean limited;

    /** How often the line broke while sizes were asked for. */
    private int brokenOverSizes;

    Scan(MailSettings.Imap imap, String folder, Arrivals arrivals) {
        this.mailbox = imap.mailbox(folder);
        this.largest = imap.largest();
        this.arrivals = arrivals;
        this.courtesy = new Courtesy(imap, folder, arrivals);
    }

    /**
     * @param progress is told now and then that the folder is being read: a long backlog is no silence
     * @return what is wrong although everything was read, in words; absent: nothing
     * @throws BrokenOverMail when the line broke, but will not go on doing so over the same mail for long
     */
    @Nullable
    String run(ImapConnection folder, Runnable progress) throws IOException {
        limited = false;
        try {
            return read(folder, progress);
        } catch (IOException e) {
            if (limited) {
                brokenBy = Explanation.inWords(e);
                throw new BrokenOverMail(e);
            }
            throw e;
        }
    }

    private @Nullable String read(ImapConnection folder, Runnable progress) throws IOException {
        courtesy.begin(folder);
        List<Long> uids = folder.uidsAbove(arrivals.lastUid(mailbox, folder.uidValidity()));
        for (int from = 0; from < uids.size(); from += CHUNK) {
            take(folder, uids.subList(from, Math.min(from + CHUNK, uids.size())));
            progress.run();
        }
        brokenOverSizes = 0;
        fetchAgain(folder);
        return courtesy.trouble();
    }

    private void take(ImapConnection folder, List<Long> uids) throws IOException {
        Map<Long, Long> sizes = sizes(folder, uids);
        List<Long> batch = new ArrayList<>();
        long bytes = 0;
        for (long uid : uids) {
            long size = sizes.getOrDefault(uid, 0L);
            boolean alone = uid <= cautiousUpTo || size > largest.toBytes() || !sizes.containsKey(uid);
            if (alone || batch.size() == BATCH || bytes + size > BATCH_BYTES) {
                keep(folder, batch, sizes);
                batch.clear();
                bytes = 0;
            }
            if (alone) {
                keep(folder, uid, alone(folder, uid, size));
            } else {
                batch.add(uid);
                bytes += size;
            }
        }
        keep(folder, batch, sizes);
    }

    /** Whose size is not known is asked for alone. */
    private Map<Long, Long> sizes(ImapConnection folder, List<Long> uids) throws IOException {
        if (brokenOverSizes >= WHOLE_TRIES) {
            return Map.of();
        }
        brokenOverSizes++; // taken back when the line holds
        limited = true;
        Map<Long, Long> sizes = new HashMap<>();
        try {
            folder.sizes(uids, sizes::put);
        } catch (CommandRefused e) {
            log.warn("{} did not say all sizes: {}", mailbox, e.getMessage());
        }
        limited = false;
        brokenOverSizes--;
        return sizes;
    }

    private void keep(ImapConnection folder, List<Long> uids, Map<Long, Long> sizes) throws IOException {
        if (uids.isEmpty()) {
            return;
        }
        long last = uids.get(uids.size() - 1);
        Map<Long, byte[]> delivered = new TreeMap<>();
        cautiousUpTo = last; // taken back when the line holds
        limited = true;
        try {
            folder.bodies(uids, delivered::put);
        } catch (CommandRefused e) {
            log.warn("{} did not deliver everything: {}", mailbox, e.getMessage());
        }
        limited = false;
        cautiousUpTo = 0;
        List<Found> found = new ArrayList<>();
        for (long uid : uids) {
            byte[] raw = delivered.remove(uid);
            found.addAll(
                    raw == null ? alone(folder, uid, sizes.getOrDefault(uid, 0L)) : List.of(new Found.Whole(uid, raw)));
        }
        keep(folder, last, found);
    }

    private void keep(ImapConnection folder, long upTo, List<Found> found) throws IOException {
        arrivals.keep(mailbox, folder.uidValidity(), found, upTo);
        courtesy.tidy(folder);
    }

    /** @return nothing when the mail is no longer there */
    private List<Found> alone(ImapConnection folder, long uid, long size) throws IOException {
        int breaks = broken.merge(uid, 1, Integer::sum) - 1; // forgotten when the line holds
        limited = true;
        Map<Long, byte[]> delivered = new TreeMap<>();
        String said = breaks == 0 ? "" : "соединение прерывалось на нём (попыток: %d). %s".formatted(breaks, brokenBy);
        if (size <= largest.toBytes() && breaks < WHOLE_TRIES) {
            said = ask(() -> folder.bodies(List.of(uid), delivered::put), said);
        }
        byte[] raw = delivered.remove(uid);
        if (raw == null && breaks < TRIES) {
            said = ask(() -> folder.head(uid, delivered::put), said);
        }
        boolean there = raw != null || breaks > TRIES || folder.has(uid);
        limited = false;
        broken.remove(uid);
        if (raw != null) {
            return List.of(new Found.Whole(uid, raw));
        }
        if (!there) {
            return List.of();
        }
        String reason = size > largest.toBytes() ? Reasons.tooLarge(size, largest) : Reasons.notDelivered(said);
        log.warn("Mail uid {} of {} is kept by reference: {}", uid, mailbox, reason);
        return List.of(new Found.Reference(uid, delivered.getOrDefault(uid, new byte[0]), size, reason));
    }

    private interface Request {
        void make() throws IOException;
    }

    private static String ask(Request request, String said) throws IOException {
        try {
            request.make();
            return said;
        } catch (CommandRefused e) {
            return e.getMessage() == null ? said : e.getMessage();
        }
    }

    /** A person wants the whole of a mail that was kept by reference. */
    private void fetchAgain(ImapConnection folder) throws IOException {
        arrivals.giveUpLost(mailbox, folder.uidValidity());
        for (Arrivals.Wanted wanted : arrivals.wanted(mailbox, folder.uidValidity())) {
            long uid = wanted.uid();
            long size = sizes(folder, List.of(uid)).getOrDefault(uid, 0L);
            List<Found> found = alone(folder, uid, size);
            if (found.isEmpty()) {
                arrivals.stillMissing(wanted.mail(), wanted.fullSize(), Reasons.gone(mailbox));
            } else if (found.get(0) instanceof Found.Whole whole) {
                arrivals.complete(wanted.mail(), whole.raw());
            } else if (found.get(0) instanceof Found.Reference reference) {
                arrivals.stillMissing(wanted.mail(), reference.fullSize(), reference.reason());
            }
        }
    }
}
