package org.perezvon.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** How we get into a mail server: protected as its settings demand, no socket without a limit of patience. */
@Component
public class ServerAccess {

    private final SslBundles bundles;
    private final AccessTokens tokens;
    private final String domain;

    ServerAccess(SslBundles bundles, AccessTokens tokens, MailSettings settings) {
        this.bundles = bundles;
        this.tokens = tokens;
        this.domain = EmailAddress.of(settings.address()).domain();
    }

    /**
     * A session for one protocol.
     *
     * @param protocol {@code imap} or {@code smtp}; becomes {@code imaps} or {@code smtps} where the connection is protected
     *     from its first byte, see {@link #protocol}
     * @param patience how long the server may keep us waiting at each step
     */
    public Session session(MailSettings.Server server, String protocol, Duration patience) {
        String scheme = protocol(server, protocol);
        String prefix = "mail." + scheme + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", scheme);
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + name, Long.toString(patience.toMillis()));
        }
        // Named, so that no connection waits for the DNS to tell this machine its name.
        properties.put(prefix + "localhost", domain);
        boolean starttls = server.tls() == MailSettings.Tls.STARTTLS;
        properties.put(prefix + "starttls.enable", Boolean.toString(starttls));
        properties.put(prefix + "starttls.required", Boolean.toString(starttls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "auth", Boolean.toString(server.username() != null));
        String bundle = server.sslBundle();
        if (bundle != null) {
            properties.put(
                    prefix + "ssl.socketFactory",
                    bundles.getBundle(bundle).createSslContext().getSocketFactory());
        }
        if (server.oauth2() != null) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return Session.getInstance(properties);
    }

    /** {@code imap} or {@code imaps}, {@code smtp} or {@code smtps}. */
    public String protocol(MailSettings.Server server, String protocol) {
        return server.tls() == MailSettings.Tls.IMPLICIT ? protocol + "s" : protocol;
    }

    /**
     * What to log in with now, a password or a token; absent where we do not log in.
     *
     * @throws NoAccessToken when a token is needed and cannot be had now
     */
    public @Nullable String secret(MailSettings.Server server) {
        MailSettings.Oauth2 oauth2 = server.oauth2();
        return oauth2 == null ? server.password() : tokens.token(oauth2);
    }

    /**
     * Connects a store or a transport and logs in; a secret that is refused is not shown a second time.
     *
     * @throws NoAccessToken when a token is needed and cannot be had now
     */
    public void logIn(Service service, MailSettings.Server server) throws MessagingException {
        try {
            service.connect(server.host(), server.port(), server.username(), secret(server));
        } catch (AuthenticationFailedException e) {
            refused(server);
            throw e;
        }
    }

    /** The server did not take what {@link #secret} gave: the next one may be another. */
    public void refused(MailSettings.Server server) {
        MailSettings.Oauth2 oauth2 = server.oauth2();
        if (oauth2 != null) {
            tokens.refused(oauth2);
        }
    }
}
