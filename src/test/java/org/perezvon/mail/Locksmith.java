package org.perezvon.mail;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what the mail room hides, for tests of its parts. */
public final class Locksmith {

    private Locksmith() {}

    /** A way into mail servers whose certificates Java trusts. */
    public static ServerAccess access() {
        return access(new DefaultSslBundleRegistry(), Clock.systemUTC());
    }

    public static ServerAccess access(SslBundles bundles, Clock clock) {
        return new ServerAccess(bundles, new AccessTokens(clock), settings(Map.of()));
    }

    public static Conversations conversations(JdbcClient jdbc) {
        return new Conversations(jdbc, settings(Map.of()));
    }

    /** @param properties what is different from the defaults, by their names below {@code perezvon.mail} */
    public static MailSettings settings(Map<String, String> properties) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("perezvon.mail.address", "vopros@ekc.example");
        all.put("perezvon.mail.signing-key", "a-secret-of-more-than-32-characters");
        all.put("perezvon.mail.smtp.host", "127.0.0.1");
        all.put("perezvon.mail.imap.host", "127.0.0.1");
        all.put("perezvon.mail.imap.username", "vopros@ekc.example");
        properties.forEach((name, value) -> all.put("perezvon.mail." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("perezvon.mail", MailSettings.class)
                .get();
    }
}
