package org.perezvon.mail.inbound;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.perezvon.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open folder. Reads raw bytes with {@code BODY.PEEK[]}, so reading alone never marks anything as seen, and leaves all
 * parsing to those who come after the bytes are safe.
 */
final class ImapConnection implements AutoCloseable {

    /** How many mails one round trip fetches. */
    private static final int BATCH = 50;

    private static final String TIMEOUT_MILLIS = "60000";

    private static final Logger log = LoggerFactory.getLogger(ImapConnection.class);

    private final IMAPStore store;
    private final IMAPFolder folder;

    /** How many mails the server had announced when we last looked for new ones. */
    private int knownCount;

    private ImapConnection(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** A mail as it lies in the folder. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database, never compared
    record Fetched(long uid, byte[] raw) {}

    /** @throws MessagingException when the server cannot be reached, does not know us or has no such folder */
    static ImapConnection open(MailSettings.Imap imap) throws MessagingException {
        String protocol = imap.tls() == MailSettings.Tls.IMPLICIT ? "imaps" : "imap";
        Properties properties = new Properties();
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.%s.%s".formatted(protocol, name), TIMEOUT_MILLIS);
        }
        boolean starttls = imap.tls() == MailSettings.Tls.STARTTLS;
        properties.put("mail.imap.starttls.enable", Boolean.toString(starttls));
        properties.put("mail.imap.starttls.required", Boolean.toString(starttls));
        properties.put("mail.%s.ssl.checkserveridentity".formatted(protocol), "true");
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
        store.connect(imap.host(), imap.port(), imap.username(), imap.password());
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(imap.folders().get(0));
            folder.open(Folder.READ_WRITE);
            ImapConnection connection = new ImapConnection(store, folder);
            connection.endIdleOnEveryAnnouncement();
            return connection;
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** Hands over every mail above this UID, in ascending order, batch by batch. */
    void fetchAbove(long lastUid, Consumer<List<Fetched>> keeper) throws MessagingException {
        List<Long> uids = uidsAbove(lastUid);
        for (int from = 0; from < uids.size(); from += BATCH) {
            List<Long> batch = uids.subList(from, Math.min(from + BATCH, uids.size()));
            List<Fetched> fetched = fetch(batch);
            keeper.accept(fetched);
            markSeen(fetched);
        }
    }

    private List<Long> uidsAbove(long lastUid) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        knownCount = folder.getMessageCount();
        // "n:*" always names the last mail too, even when its UID is below n (RFC 3501 §6.4.8).
        for (FetchResponse response : command("UID FETCH " + (lastUid + 1) + ":* (UID)")) {
            UID uid = response.getItem(UID.class);
            if (uid != null && uid.uid > lastUid) {
                uids.add(uid.uid);
            }
        }
        uids.sort(null);
        return uids;
    }

    private List<Fetched> fetch(List<Long> uids) throws MessagingException {
        List<Fetched> fetched = new ArrayList<>();
        for (FetchResponse response : command("UID FETCH " + set(uids) + " (UID BODY.PEEK[])")) {
            UID uid = response.getItem(UID.class);
            BODY body = response.getItem(BODY.class);
            if (uid != null && body != null && body.getByteArray() != null) {
                fetched.add(new Fetched(uid.uid, body.getByteArray().getNewBytes()));
            }
        }
        fetched.sort((a, b) -> Long.compare(a.uid(), b.uid()));
        return fetched;
    }

    /** A courtesy to people who look into the mailbox; nothing of ours depends on it. */
    private void markSeen(List<Fetched> fetched) {
        if (fetched.isEmpty()) {
            return;
        }
        try {
            command("UID STORE " + set(fetched.stream().map(Fetched::uid).toList()) + " +FLAGS.SILENT (\\Seen)");
        } catch (MessagingException e) {
            log.warn("Kept {} mails but could not mark them as seen: {}", fetched.size(), e.getMessage());
        }
    }

    /**
     * Waits until the server announces something or {@link #nudge()} is called from another thread (RFC 2177). Returns at
     * once when a mail was announced while we were fetching others: the server will not announce it again.
     */
    void idle() throws MessagingException {
        if (folder.getMessageCount() == knownCount) {
            folder.idle(true);
        }
    }

    /**
     * Some servers announce what came in the last moment before they confirm IDLE; Angus counts it and goes on waiting. The
     * listener hears of it too, in a thread of its own.
     */
    private void endIdleOnEveryAnnouncement() {
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent announced) {
                try {
                    nudge();
                } catch (MessagingException | RuntimeException e) {
                    log.debug("The watch will notice the broken connection itself: {}", e.toString());
                }
            }
        });
    }

    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Ends a running {@link #idle()} and proves that the server still answers. */
    void nudge() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    private static String set(List<Long> uids) {
        StringBuilder text = new StringBuilder();
        for (Long uid : uids) {
            text.append(text.isEmpty() ? "" : ",").append(uid);
        }
        return text.toString();
    }

    private List<FetchResponse> command(String command) throws MessagingException {
        Object responses = folder.doCommand(protocol -> run(protocol, command));
        List<FetchResponse> fetched = new ArrayList<>();
        for (Response response : (Response[]) responses) {
            if (response instanceof FetchResponse fetch) {
                fetched.add(fetch);
            }
        }
        return fetched;
    }

    private static Response[] run(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] responses = protocol.command(command, null);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
            store.close();
        } catch (MessagingException e) {
            log.debug("The connection was gone before it could be closed: {}", e.getMessage());
        }
    }
}
