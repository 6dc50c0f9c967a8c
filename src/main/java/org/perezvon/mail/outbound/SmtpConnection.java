package org.perezvon.mail.outbound;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.perezvon.kernel.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection to one of our servers; it carries many letters. */
final class SmtpConnection implements AutoCloseable {

    /** Servers end a session that goes on for too long, and a better route may be back. */
    private static final int MOST_LETTERS = 100;

    private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

    private final SmtpRoute route;
    private final RecordingTransport transport;
    private int letters;

    SmtpConnection(SmtpRoute route, RecordingTransport transport) {
        this.route = route;
        this.transport = transport;
    }

    SmtpRoute route() {
        return route;
    }

    String serverName() {
        return transport.serverName().isEmpty() ? route.name() : transport.serverName();
    }

    /** Whether another letter may go the same way; asks the server to forget the last one (RSET). */
    boolean isReadyFor(Dialogue next) {
        if (letters >= MOST_LETTERS) {
            return false;
        }
        transport.continueIn(next);
        return transport.isConnected();
    }

    /** @return what the server answered when it took the letter */
    String send(MimeMessage message, EmailAddress to) throws MessagingException {
        letters++;
        transport.sendMessage(message, new Address[] {new InternetAddress(to.value())});
        return transport.lastWords();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The connection to {} was gone before it could be closed: {}", route.name(), e.getMessage());
        }
    }
}
