package org.perezvon.mail.arrival;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Command and answer, line by line, on Angus' reader. Its own folders pass over answers they cannot parse in silence, and in
 * IDLE wait without end on a line that is dead.
 */
final class ImapDialogue {

    /** A server may be odd; one that goes on like this is not talking to us. */
    private static final int MOST_UNREADABLE_LINES = 100;

    private final BoundedProtocol protocol;
    private final Wire wire;
    private final Duration patience;
    private int messages;
    private boolean announced;
    private boolean idles;

    ImapDialogue(ImapLogin login) {
        this.protocol = login.protocol();
        this.wire = login.wire();
        this.patience = login.patience();
        this.idles = protocol.hasCapability("IDLE");
    }

    boolean offers(String capability) {
        return protocol.hasCapability(capability);
    }

    boolean idles() {
        return idles;
    }

    /** How many mails the server has announced in this folder. */
    int messages() {
        return messages;
    }

    /** From now on only what is announced is news. */
    void allHeard() {
        announced = false;
    }

    /**
     * Says a command and hears the answer to its end.
     *
     * @param each receives every line of the answer, its last included
     * @throws CommandRefused when the server says no; the conversation can go on
     * @throws IOException when the line is cut, silent, or carries something else than IMAP
     */
    void run(String command, @Nullable Argument arguments, Consumer<Response> each) throws IOException {
        run(command, arguments, patience, 0, each);
    }

    /** The same for a command whose answer carries so many bytes of mails. */
    void run(String command, long bytes, Consumer<Response> each) throws IOException {
        run(command, null, patience, bytes, each);
    }

    /** The same for a command that may take longer than others. */
    void run(String command, @Nullable Argument arguments, Duration atMost, Consumer<Response> each)
            throws IOException {
        run(command, arguments, atMost, 0, each);
    }

    private void run(String command, @Nullable Argument arguments, Duration atMost, long bytes, Consumer<Response> each)
            throws IOException {
        wire.patience(atMost);
        protocol.expect(bytes);
        String tag = say(command, arguments);
        int unreadable = 0;
        while (true) {
            Response response = read();
            if (response == null || (response.isTagged() && !tag.equals(response.getTag()))) {
                if (++unreadable > MOST_UNREADABLE_LINES) {
                    throw new MailboxRefusal("Сервер отвечает не по протоколу IMAP");
                }
                continue;
            }
            each.accept(response);
            if (hear(response, tag)) {
                return;
            }
        }
    }

    /**
     * Waits until the server announces something or the time is over (RFC 2177). Returns at once when a mail was announced
     * while we were busy with others: the server will not announce it again.
     */
    void idle(Duration atMost) throws IOException {
        if (announced) {
            return;
        }
        long end = System.nanoTime() + atMost.toNanos();
        String tag = say("IDLE", null);
        boolean confirmed = false;
        boolean done = false;
        while (true) {
            long left = end - System.nanoTime();
            if (confirmed && !done && (announced || left <= 0)) {
                protocol.idleAbort();
                done = true;
            }
            protocol.expect(0);
            wire.patience(confirmed && !done ? Duration.ofNanos(left) : patience);
            try {
                Response response = read();
                if (response != null) {
                    confirmed |= response.isContinuation();
                    if (hear(response, tag)) {
                        return;
                    }
                }
            } catch (SocketTimeoutException e) {
                if (!confirmed || done) {
                    throw e;
                }
            } catch (CommandRefused e) {
                // It offers IDLE but does not do it: then we ask.
                idles = false;
                return;
            }
        }
    }

    /** Says good-bye if there is anybody to say it to. */
    void end() {
        try {
            wire.patience(Duration.ofSeconds(1));
            say("LOGOUT", null);
        } catch (IOException e) {
            // Gone already: that is what was wanted.
            return;
        } finally {
            wire.cut();
        }
    }

    /** From another thread, whatever this one is waiting for. */
    void cut() {
        wire.cut();
    }

    private String say(String command, @Nullable Argument arguments) throws IOException {
        try {
            return protocol.writeCommand(command, arguments);
        } catch (ProtocolException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** @return null for a line that is no answer at all */
    private @Nullable Response read() throws IOException {
        try {
            return protocol.readResponse();
        } catch (ProtocolException e) {
            return null;
        }
    }

    /** @return whether this was the end of the answer to the command with this tag */
    private boolean hear(Response response, String tag) throws IOException {
        if (response.isBYE()) {
            throw new MailboxRefusal("Сервер прервал соединение: " + ImapLogin.said(response.getRest()));
        }
        if (response.isTagged()) {
            if (tag.equals(response.getTag())) {
                judge(response);
                return true;
            }
        } else if (response instanceof IMAPResponse untagged) {
            if (untagged.keyEquals("EXISTS")) {
                // Some servers say it after every command: only more than before is news.
                announced |= untagged.getNumber() > messages;
                messages = untagged.getNumber();
            } else if (untagged.keyEquals("EXPUNGE")) {
                messages = Math.max(0, messages - 1); // some servers tell the new number first
            }
        }
        return false;
    }

    private void judge(Response response) throws IOException {
        try {
            protocol.handleResult(response);
        } catch (CommandFailedException | BadCommandException e) {
            throw new CommandRefused(ImapLogin.said(e.getMessage()), e);
        } catch (ProtocolException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
