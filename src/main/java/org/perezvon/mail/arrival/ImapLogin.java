package org.perezvon.mail.arrival;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;

/** Gets into an IMAP server: connects, protects the line before anything is said on it, logs in. */
record ImapLogin(BoundedProtocol protocol, Wire wire, Duration patience) {

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(30);

    /** @throws IOException when the server cannot be reached, cannot prove who it is, or does not know us */
    static ImapLogin at(MailSettings.Imap imap, ServerAccess access) throws IOException {
        String secret = access.secret(imap);
        if (secret == null) {
            throw new MailboxRefusal("В настройках ящика нет ни password, ни oauth2");
        }
        Duration patience = patience(imap.pollInterval());
        String scheme = access.protocol(imap, "imap");
        Properties properties = access.session(imap, "imap", patience).getProperties();
        boolean implicit = imap.tls() == MailSettings.Tls.IMPLICIT;
        Wire wire = Wire.under(properties, scheme, implicit);
        try {
            MailLogger silence = new MailLogger(ImapLogin.class, "imap", false, System.err);
            BoundedProtocol protocol =
                    new BoundedProtocol(scheme, imap.host(), imap.port(), properties, implicit, silence);
            if (imap.tls() == MailSettings.Tls.STARTTLS) {
                protocol.startTLS();
                protocol.capability();
            }
            if (imap.tls() != MailSettings.Tls.NONE && !protocol.isSSL()) {
                throw new MailboxRefusal("Сервер не перешёл на защищённое соединение");
            }
            logIn(protocol, imap, access, secret);
            return new ImapLogin(protocol, wire, patience);
        } catch (ProtocolException e) {
            wire.cut();
            throw new IOException(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            wire.cut();
            throw e;
        }
    }

    /** How long a server may be silent: a dead line is to be noticed before two more readings are missed. */
    private static Duration patience(Duration interval) {
        if (interval.compareTo(LEAST_PATIENCE) < 0) {
            return LEAST_PATIENCE;
        }
        return interval.compareTo(MOST_PATIENCE) < 0 ? interval : MOST_PATIENCE;
    }

    private static void logIn(IMAPProtocol protocol, MailSettings.Imap imap, ServerAccess access, String secret)
            throws ProtocolException, MailboxRefusal {
        try {
            if (imap.oauth2() != null) {
                protocol.authoauth2(imap.username(), secret);
            } else if (protocol.hasCapability("AUTH=PLAIN")) {
                protocol.authplain(null, imap.username(), secret);
            } else if (protocol.hasCapability("LOGINDISABLED")) {
                throw new MailboxRefusal("Сервер не даёт войти по паролю на этом соединении");
            } else {
                protocol.login(imap.username(), secret);
            }
            if (!protocol.hasCapability("IMAP4rev1") && !protocol.hasCapability("IMAP4rev2")) {
                protocol.capability();
            }
        } catch (CommandFailedException | BadCommandException e) {
            access.refused(imap);
            throw new MailboxRefusal("Сервер не принял имя или пароль: " + said(e.getMessage()), e);
        }
    }

    /** What a server said, without the tag it had to repeat. */
    static String said(@Nullable String response) {
        return response == null
                ? ""
                : response.replaceFirst("^[A-Z]+\\d+ ", "").replace('\0', ' ').strip();
    }
}
