package org.perezvon.mail.arrival;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;
import org.springframework.util.unit.DataSize;

/**
 * One open folder. Reads raw bytes with {@code BODY.PEEK[]}, so reading alone never marks anything as seen, and leaves all
 * understanding to those who come after the bytes are safe. Used by one thread; only {@link #cut} may come from another.
 */
final class ImapConnection implements AutoCloseable {

    /** So much of a head tells who wrote to whom about what. */
    private static final int LARGEST_HEAD = 64 * 1024;

    /** A server that sees tens of thousands of mails for the first time is silent until it has counted them. */
    private static final Duration OPENING = Duration.ofMinutes(2);

    private final ImapDialogue dialogue;
    private final long largest;
    private final long uidValidity;
    private final boolean readOnly;

    private ImapConnection(ImapDialogue dialogue, String folder, DataSize largest) throws IOException {
        this.dialogue = dialogue;
        this.largest = largest.toBytes();
        List<Response> said = new ArrayList<>();
        try {
            dialogue.run("SELECT", named(folder), OPENING, said::add);
            this.uidValidity = new MailboxInfo(said.toArray(Response[]::new)).uidvalidity;
            this.readOnly = said.get(said.size() - 1).toString().contains("[READ-ONLY]");
        } catch (CommandRefused e) {
            throw new MailboxRefusal("Папка «" + folder + "» не открывается: " + e.getMessage(), e);
        } catch (ParsingException e) {
            throw new MailboxRefusal("Сервер отвечает не по протоколу IMAP", e);
        }
        if (uidValidity <= 0) {
            throw new MailboxRefusal("Сервер не нумерует письма в папке «" + folder + "»: нет UIDVALIDITY");
        }
    }

    /** @throws IOException when the server cannot be reached, does not know us or has no such folder */
    static ImapConnection open(MailSettings.Imap imap, String folder, ServerAccess access) throws IOException {
        ImapDialogue dialogue = new ImapDialogue(ImapLogin.at(imap, access));
        try {
            return new ImapConnection(dialogue, folder, imap.largest());
        } catch (IOException | RuntimeException e) {
            dialogue.cut();
            throw e;
        }
    }

    long uidValidity() {
        return uidValidity;
    }

    boolean readOnly() {
        return readOnly;
    }

    int messages() {
        return dialogue.messages();
    }

    /** The UIDs of the mails above this one, ascending. */
    List<Long> uidsAbove(long last) throws IOException {
        dialogue.allHeard();
        try {
            // "n:*" always names the last mail too, even when its UID is below n (RFC 3501 §6.4.8).
            return search((last + 1) + ":*").stream()
                    .filter(uid -> uid > last)
                    .sorted()
                    .distinct()
                    .toList();
        } catch (CommandRefused e) {
            // Some servers find "*" in an empty folder a mistake. That it is empty is never taken from our own count:
            // of a mail deleted and another arrived, servers tell in either order.
            if (dialogue.messages() <= 0) {
                return List.of();
            }
            throw e;
        }
    }

    boolean has(long uid) throws IOException {
        return search(Long.toString(uid)).contains(uid);
    }

    /** Says how large each of these mails is, in bytes, if the server does. */
    void sizes(Collection<Long> uids, BiConsumer<Long, Long> taker) throws IOException {
        fetch(uids, "RFC822.SIZE", 0, (uid, fetched) -> {
            RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
            if (size != null) {
                taker.accept(uid, size.size);
            }
        });
    }

    /**
     * Hands over the bytes of each of these mails that the server delivers, in its order; together they may be as large as one
     * mail may be, and a little more, whatever sizes the server has said before.
     */
    void bodies(Collection<Long> uids, BiConsumer<Long, byte[]> taker) throws IOException {
        fetch(uids, "BODY.PEEK[]", largest, (uid, fetched) -> deliver(uid, fetched, taker));
    }

    /** Hands over the beginning of the head of a mail, if the server delivers it. */
    void head(long uid, BiConsumer<Long, byte[]> taker) throws IOException {
        fetch(
                List.of(uid),
                "BODY.PEEK[HEADER]<0." + LARGEST_HEAD + ">",
                LARGEST_HEAD,
                (found, fetched) -> deliver(found, fetched, taker));
    }

    void markSeen(Collection<Long> uids) throws IOException {
        dialogue.run("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Seen)", null, response -> {});
    }

    /** Moves mails into another folder, which is made when it is not there. */
    void move(Collection<Long> uids, String folder) throws IOException {
        if (dialogue.offers("MOVE")) {
            into(folder, "UID MOVE " + set(uids));
            return;
        }
        into(folder, "UID COPY " + set(uids));
        dialogue.run("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Deleted)", null, response -> {});
        if (dialogue.offers("UIDPLUS")) {
            // Never a plain EXPUNGE: it would also take what people have marked.
            dialogue.run("UID EXPUNGE " + set(uids), null, response -> {});
        }
    }

    private void into(String folder, String command) throws IOException {
        try {
            dialogue.run(command, named(folder), response -> {});
        } catch (CommandRefused e) {
            dialogue.run("CREATE", named(folder), response -> {});
            dialogue.run(command, named(folder), response -> {});
        }
    }

    /** Whether {@link #idle} is worth while. */
    boolean idles() {
        return dialogue.idles();
    }

    /** Waits for news, at most so long. */
    void idle(Duration atMost) throws IOException {
        dialogue.idle(atMost);
    }

    private List<Long> search(String uids) throws IOException {
        List<Long> found = new ArrayList<>();
        dialogue.run("UID SEARCH UID " + uids, null, response -> {
            if (response instanceof IMAPResponse untagged && untagged.keyEquals("SEARCH")) {
                for (long uid = untagged.readLong(); uid != -1; uid = untagged.readLong()) {
                    found.add(uid);
                }
            }
        });
        return found;
    }

    private void fetch(Collection<Long> uids, String what, long bytes, BiConsumer<Long, FetchResponse> taker)
            throws IOException {
        dialogue.run("UID FETCH " + set(uids) + " (UID " + what + ")", bytes, response -> {
            if (response instanceof FetchResponse fetched) {
                UID uid = fetched.getItem(UID.class);
                if (uid != null && uids.contains(uid.uid)) {
                    taker.accept(uid.uid, fetched);
                }
            }
        });
    }

    private static void deliver(long uid, FetchResponse fetched, BiConsumer<Long, byte[]> taker) {
        BODY body = fetched.getItem(BODY.class);
        ByteArray bytes = body == null ? null : body.getByteArray();
        if (bytes != null) {
            taker.accept(uid, bytes.getNewBytes());
        }
    }

    private static Argument named(String folder) {
        return new Argument().writeString(BASE64MailboxEncoder.encode(folder));
    }

    private static String set(Collection<Long> uids) {
        return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** From another thread, whatever this one is waiting for. */
    void cut() {
        dialogue.cut();
    }

    @Override
    public void close() {
        dialogue.end();
    }
}
