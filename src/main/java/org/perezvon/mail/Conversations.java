package org.perezvon.mail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.inbound.ReplyMarker;
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

    private static final String OF_MESSAGE_IDS =
            "select distinct conversation_id from perezvon.letter where message_id in (:ids)";

    private static final String RECIPIENTS =
            "select distinct to_address from perezvon.letter where conversation_id = :id";

    private static final String LATEST_WITH = """
            select c.reference from perezvon.letter l join perezvon.conversation c on c.id = l.conversation_id
            where l.to_address = :address
            group by c.reference order by max(l.id) desc limit :limit
            """;

    private static final String OUR_WORDS = """
            select string_agg(body, E'\\n' order by id) from perezvon.letter where conversation_id = :id
            having count(*) > 0
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

    /** Existing conversations whose valid signed keys occur in the text. */
    public List<Long> signedIn(String text) {
        return key.findIn(text).stream().filter(id -> reference(id).isPresent()).toList();
    }

    /** The ids in the valid signed keys among these; whether there are such conversations is not looked up. */
    public List<Long> verified(List<String> keys) {
        return key.findIn(String.join(" ", keys));
    }

    /** Conversations to which we sent a letter under one of these Message-IDs. */
    public List<Long> withMessageIds(List<String> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : jdbc.sql(OF_MESSAGE_IDS)
                        .param("ids", messageIds)
                        .query(Long.class)
                        .list();
    }

    /** Everybody we wrote to in this conversation. */
    public List<EmailAddress> recipients(long conversation) {
        return jdbc.sql(RECIPIENTS).param("id", conversation).query(String.class).list().stream()
                .map(EmailAddress::of)
                .toList();
    }

    /** Everything we wrote in this conversation: nobody can tell which of our letters somebody quotes. */
    public Optional<String> ourWords(long conversation) {
        return jdbc.sql(OUR_WORDS)
                .param("id", conversation)
                .query(String.class)
                .optional()
                .map(words -> words + "\n" + ReplyMarker.trace(key(conversation)));
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
