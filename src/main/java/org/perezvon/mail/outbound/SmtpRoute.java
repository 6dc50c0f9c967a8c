package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;

/** One of our ways out. */
final class SmtpRoute {

    private final MailSettings.Smtp smtp;
    private final ServerAccess access;
    private final Duration patience;
    private final RouteStanding standing = new RouteStanding();

    SmtpRoute(MailSettings.Smtp smtp, ServerAccess access, Duration patience) {
        this.smtp = smtp;
        this.access = access;
        this.patience = patience;
    }

    /** Host and port, for people. */
    String name() {
        return smtp.route();
    }

    RouteStanding standing() {
        return standing;
    }

    /** @throws MessagingException when the server cannot be reached, does not know us or breaks off */
    SmtpConnection connect(Dialogue dialogue) throws MessagingException {
        String protocol = access.protocol(smtp, "smtp");
        Session session = access.session(smtp, "smtp", patience);
        // A server that has fallen silent would keep us waiting once more.
        session.getProperties().put("mail." + protocol + ".quitwait", "false");
        ReplyLimit limit = new ReplyLimit();
        session.getProperties().put("mail." + protocol + ".socketFactory", limit);
        session.getProperties().put("mail." + protocol + ".socketFactory.fallback", "false");
        RecordingTransport transport = new RecordingTransport(session, protocol, limit, dialogue);
        transport.setUseRset(true);
        dialogue.dialling(name());
        try {
            access.logIn(transport, smtp);
        } catch (MessagingException | RuntimeException e) {
            dialogue.broken(DeliveryFailure.words(e));
            throw e;
        }
        return new SmtpConnection(this, transport);
    }
}
