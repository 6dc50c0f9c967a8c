package org.perezvon.mail.arrival;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.MailSettings.Afterwards;
import org.perezvon.mail.MailSettings.Tls;
import org.springframework.util.unit.DataSize;

/** Settings of one mailbox on this machine; tests change what they are about. */
record Mailbox(
        int port,
        String username,
        String password,
        Tls tls,
        @Nullable String sslBundle,
        MailSettings.@Nullable Oauth2 oauth2,
        Duration pollInterval,
        Afterwards afterwards,
        DataSize largest) {

    static final String USER = "vopros@ekc.example";
    static final String PASSWORD = "a password";

    static Mailbox at(int port) {
        return new Mailbox(
                port,
                USER,
                PASSWORD,
                Tls.NONE,
                null,
                null,
                Duration.ofSeconds(30),
                Afterwards.SEEN,
                DataSize.ofMegabytes(40));
    }

    Mailbox called(String name) {
        return new Mailbox(port, name, password, tls, sslBundle, oauth2, pollInterval, afterwards, largest);
    }

    Mailbox password(String other) {
        return new Mailbox(port, username, other, tls, sslBundle, oauth2, pollInterval, afterwards, largest);
    }

    Mailbox tls(Tls other, @Nullable String bundle) {
        return new Mailbox(port, username, password, other, bundle, oauth2, pollInterval, afterwards, largest);
    }

    Mailbox oauth2(MailSettings.Oauth2 other) {
        return new Mailbox(port, username, password, tls, sslBundle, other, pollInterval, afterwards, largest);
    }

    Mailbox pollInterval(Duration other) {
        return new Mailbox(port, username, password, tls, sslBundle, oauth2, other, afterwards, largest);
    }

    Mailbox afterwards(Afterwards other) {
        return new Mailbox(port, username, password, tls, sslBundle, oauth2, pollInterval, other, largest);
    }

    Mailbox largest(DataSize other) {
        return new Mailbox(port, username, password, tls, sslBundle, oauth2, pollInterval, afterwards, other);
    }

    MailSettings.Imap settings() {
        return new MailSettings.Imap(
                "127.0.0.1",
                port,
                username,
                password,
                tls,
                sslBundle,
                oauth2,
                List.of("INBOX"),
                pollInterval,
                afterwards,
                "Perezvon",
                largest,
                "");
    }
}
