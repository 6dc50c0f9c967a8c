package org.perezvon.benchmark;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.perezvon.testing.RealMailServers;

/** Reads a mailbox with Angus Mail and does nothing with what it reads. */
final class RawFetch {

    private static final int BATCH = 100;

    private final RealMailServers servers;

    RawFetch(RealMailServers servers) {
        this.servers = servers;
    }

    /** @param seconds from before the login until the last byte */
    record Fetched(int mails, long bytes, double seconds) {}

    /** The newest mails, at most so many. */
    Fetched last(int count) {
        long start = System.nanoTime();
        Session session = Session.getInstance(new Properties());
        try (IMAPStore store = (IMAPStore) session.getStore("imap")) {
            store.connect("localhost", servers.imapPort(), RealMailServers.CENTRE, servers.password());
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Long> uids = new ArrayList<>();
            if (inbox.getMessageCount() > 0) {
                for (FetchResponse mail : fetch(inbox, "UID FETCH 1:* (UID)")) {
                    uids.add(mail.getItem(UID.class).uid);
                }
            }
            uids = uids.subList(Math.max(0, uids.size() - count), uids.size());
            long bytes = 0;
            for (int from = 0; from < uids.size(); from += BATCH) {
                String set = uids.subList(from, Math.min(from + BATCH, uids.size())).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
                for (FetchResponse mail : fetch(inbox, "UID FETCH " + set + " (UID BODY.PEEK[])")) {
                    bytes += mail.getItem(BODY.class).getByteArray().getNewBytes().length;
                }
            }
            return new Fetched(uids.size(), bytes, (System.nanoTime() - start) / 1e9);
        } catch (MessagingException e) {
            throw new IllegalStateException("Could not read the mailbox", e);
        }
    }

    private static List<FetchResponse> fetch(IMAPFolder folder, String command) throws MessagingException {
        Object responses = folder.doCommand(protocol -> run(protocol, command));
        return Arrays.stream((Response[]) responses)
                .filter(FetchResponse.class::isInstance)
                .map(FetchResponse.class::cast)
                .toList();
    }

    private static Response[] run(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] responses = protocol.command(command, null);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }
}
