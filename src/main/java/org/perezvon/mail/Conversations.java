package org.perezvon.mail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations, their keys and the addresses they answer to. */
@Component
public class Conversations {

    private static final char CONFIGURED = 'k';
    private static final char GENERATED = 'a';

    // The no-op update makes the id come back also when the conversation is there already.
    private static final String OPEN = """
            insert into perezvon.conversation (reference) values (:reference)
            on conflict (reference) do update set reference = excluded.reference
            returning id
            """;

    private static final String LATEST_WITH = """
            select c.reference from perezvon.letter l join perezvon.conversation c on c.id = l.conversation_id
            where l.to_address = :address
            group by c.reference order by max(l.id) desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final ConversationKey key;
    private final EmailAddress ownAddress;

    Conversations(JdbcClient jdbc, MailSettings settings) {
        this.jdbc = jdbc;
        this.ownAddress = EmailAddress.of(settings.address());
        this.key = key(settings);
    }

    /** The id of the conversation about this reference, opened when it is new. */
    public long open(String reference) {
        return jdbc.sql(OPEN).param("reference", reference).query(Long.class).single();
    }

    public Optional<String> reference(long conversation) {
        return jdbc.sql("select reference from perezvon.conversation where id = :id")
                .param("id", conversation)
                .query(String.class)
                .optional();
    }

    public String key(long conversation) {
        return key.sign(conversation);
    }

    /** Where a correspondent's reply to this conversation goes: our mailbox, a plus, the signed key. */
    public EmailAddress replyAddress(long conversation) {
        return EmailAddress.of(ownAddress.localPart() + "+" + key.sign(conversation) + "@" + ownAddress.domain());
    }

    /** Conversations whose valid signed keys occur in the text, without asking whether we know them. */
    public List<Long> namedIn(String text) {
        return key.findIn(text);
    }

    /** The ids in the valid signed keys among these; whether there are such conversations is not looked up. */
    public List<Long> verified(List<String> keys) {
        return key.findIn(String.join(" ", keys));
    }

    /** What we last wrote to this address about, newest first: a guess, nothing more. */
    public List<String> latestWith(EmailAddress address, int limit) {
        return jdbc.sql(LATEST_WITH)
                .param("address", address.value())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private ConversationKey key(MailSettings settings) {
        Map<Character, byte[]> secrets = new HashMap<>();
        String configured = settings.signingKey();
        if (configured == null) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql(
                            "insert into perezvon.mail_signing_key (key_id, secret) values (:id, :secret) on conflict do nothing")
                    .param("id", String.valueOf(GENERATED))
                    .param("secret", fresh)
                    .update();
        }
        jdbc.sql("select key_id, secret from perezvon.mail_signing_key").query(row -> {
            secrets.put(row.getString("key_id").charAt(0), row.getBytes("secret"));
        });
        if (configured == null) {
            return new ConversationKey(GENERATED, secrets);
        }
        if (configured.length() < 32) {
            throw new IllegalArgumentException("perezvon.mail.signing-key короче 32 знаков: его можно подобрать");
        }
        secrets.put(CONFIGURED, configured.getBytes(StandardCharsets.UTF_8));
        return new ConversationKey(CONFIGURED, secrets);
    }
}
