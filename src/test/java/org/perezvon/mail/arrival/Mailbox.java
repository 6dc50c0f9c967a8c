package org.perezvon.mail.arrival;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.perezvon.mail.Locksmith;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.MailSettings.Afterwards;
import org.springframework.util.unit.DataSize;

/** Settings of one mailbox on this machine; tests change what they are about. */
record Mailbox(Map<String, String> properties) {

    static final String PASSWORD = "a password";

    static Mailbox at(int port) {
        return new Mailbox(Map.of())
                .with("port", port)
                .with("password", PASSWORD)
                .with("tls", "none");
    }

    Mailbox with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(properties);
        changed.put("imap." + name, value.toString());
        return new Mailbox(changed);
    }

    Mailbox password(String password) {
        return with("password", password);
    }

    Mailbox pollInterval(Duration interval) {
        return with("poll-interval", interval);
    }

    Mailbox afterwards(Afterwards afterwards) {
        return with("afterwards", afterwards);
    }

    Mailbox largest(DataSize largest) {
        return with("largest", largest);
    }

    MailSettings.Imap settings() {
        return Locksmith.settings(properties).imap();
    }
}
