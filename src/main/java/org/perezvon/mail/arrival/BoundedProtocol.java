package org.perezvon.mail.arrival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.springframework.util.unit.DataSize;

/**
 * Angus' reader, which would make room for whatever a server announces and for a line that never ends, with a bound: for more
 * no room is made, and the connection is of no use any more.
 */
final class BoundedProtocol extends IMAPProtocol {

    /** Beside the texts of mails; a million UIDs fit. */
    private static final long LINES = DataSize.ofMegabytes(16).toBytes();

    // No initial values: the greeting is read, and counted, before they would be set.
    private long texts;
    private long taken;

    BoundedProtocol(String scheme, String host, int port, Properties properties, boolean implicit, MailLogger log)
            throws IOException, ProtocolException {
        super(scheme, host, port, properties, implicit, log);
    }

    /** What comes now may be as long as lines are, and as these texts besides, in bytes. */
    void expect(long bytesOfTexts) {
        texts = bytesOfTexts;
        taken = 0;
    }

    @Override
    public Response readResponse() throws IOException, ProtocolException {
        try {
            return super.readResponse();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IndexOutOfBoundsException e) {
            throw new MailboxRefusal("Сервер отвечает не по протоколу IMAP", e);
        }
    }

    @Override
    protected ByteArray getResponseBuffer() {
        return new Room();
    }

    /** Grows before anything is read into it. */
    private final class Room extends ByteArray {

        private static final int FIRST = 128;

        Room() {
            super(FIRST);
            take(FIRST);
        }

        @Override
        public void grow(int more) {
            take(more);
            super.grow(more);
        }

        private void take(long more) {
            taken += more;
            if (taken > LINES + texts) {
                throw new UncheckedIOException(new MailboxRefusal(
                        "Сервер присылает больше, чем ему разрешено: %d байт при пределе %d, соединение закрыто"
                                .formatted(taken, LINES + texts)));
            }
        }
    }
}
