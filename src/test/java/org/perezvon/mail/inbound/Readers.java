package org.perezvon.mail.inbound;

import java.util.Map;
import org.perezvon.mail.MailSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Readers for tests of the rooms that have mails read. */
public final class Readers {

    private Readers() {}

    public static Reader one() {
        return new Reader(
                new Binder(new MapConfigurationPropertySource(Map.of(
                                "perezvon.mail.address", "vopros@ekc.example",
                                "perezvon.mail.smtp.host", "mail.example",
                                "perezvon.mail.imap.host", "mail.example",
                                "perezvon.mail.imap.username", "vopros")))
                        .bind("perezvon.mail", MailSettings.class)
                        .get(),
                ReadingRules::shipped);
    }
}
