package org.perezvon.mail;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Makes what the mail room hides for tests of its parts. */
public final class Locksmith {

    private Locksmith() {}

    /** A way into mail servers whose certificates Java trusts. */
    public static ServerAccess access() {
        return access(new DefaultSslBundleRegistry(), Clock.systemUTC());
    }

    public static ServerAccess access(SslBundles bundles, Clock clock) {
        return new ServerAccess(bundles, new AccessTokens(clock), settings());
    }

    public static Conversations conversations(JdbcClient jdbc) {
        return new Conversations(jdbc, settings());
    }

    /** Of a mail room that nobody has set up: only its address is right. */
    private static MailSettings settings() {
        MailSettings.Imap imap = new MailSettings.Imap(
                "127.0.0.1",
                1,
                "nobody",
                null,
                MailSettings.Tls.NONE,
                null,
                null,
                List.of("INBOX"),
                java.time.Duration.ofSeconds(30),
                MailSettings.Afterwards.SEEN,
                "Perezvon",
                DataSize.ofMegabytes(40),
                "");
        MailSettings.Smtp smtp = new MailSettings.Smtp("127.0.0.1", 1, null, null, MailSettings.Tls.NONE, null, null);
        return new MailSettings(
                "vopros@ekc.example",
                "Единый контакт-центр",
                "a-secret-of-more-than-32-characters",
                smtp,
                null,
                imap,
                List.of(),
                new MailSettings.Outgoing(120, 1000, java.time.Duration.ofSeconds(60)),
                new MailSettings.Incoming(4, java.time.Duration.ofSeconds(10), DataSize.ofMegabytes(256)),
                new MailSettings.Watch(java.time.Duration.ZERO, java.time.Duration.ZERO));
    }
}
