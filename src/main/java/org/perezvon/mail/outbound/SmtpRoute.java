package org.perezvon.mail.outbound;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.MailSettings;
import org.springframework.stereotype.Component;

/** The way to our SMTP server; one connection carries many letters. */
@Component
class SmtpRoute {

    private static final String TIMEOUT_MILLIS = "30000";

    private final MailSettings.Smtp smtp;
    private final String domain;

    SmtpRoute(MailSettings settings) {
        this.smtp = settings.smtp();
        this.domain = EmailAddress.of(settings.address()).domain();
    }

    Session session() {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol());
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.%s.%s".formatted(protocol(), name), TIMEOUT_MILLIS);
        }
        // Named, so that no connection waits for the DNS to tell this machine its name.
        properties.put("mail.%s.localhost".formatted(protocol()), domain);
        properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.tls() == MailSettings.Tls.STARTTLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(smtp.tls() == MailSettings.Tls.STARTTLS));
        properties.put("mail.%s.ssl.checkserveridentity".formatted(protocol()), "true");
        properties.put("mail.%s.auth".formatted(protocol()), Boolean.toString(smtp.username() != null));
        return Session.getInstance(properties);
    }

    /** @throws MessagingException when the server cannot be reached, does not know us or breaks off */
    SMTPTransport connect(Session session) throws MessagingException {
        SMTPTransport transport = (SMTPTransport) session.getTransport(protocol());
        transport.connect(smtp.host(), smtp.port(), smtp.username(), smtp.password());
        return transport;
    }

    /** @return what the server answered when it took the letter */
    static String send(SMTPTransport transport, MimeMessage message, EmailAddress to) throws MessagingException {
        transport.sendMessage(message, new Address[] {new InternetAddress(to.value())});
        return transport.getLastServerResponse().strip();
    }

    private String protocol() {
        return smtp.tls() == MailSettings.Tls.IMPLICIT ? "smtps" : "smtp";
    }
}
