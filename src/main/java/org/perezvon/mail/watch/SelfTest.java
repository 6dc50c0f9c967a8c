package org.perezvon.mail.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A letter from us to us by the ordinary ways: when it comes back, the way out and the way in both work. */
@Component
@Transactional
class SelfTest {

    /** With this begin the references of conversations with ourselves. */
    static final String REFERENCE = "self-test-";

    private static final Logger log = LoggerFactory.getLogger(SelfTest.class);

    private static final String PURPOSE = "SELF_TEST";

    private static final String BODY = """
            Это письмо Перезвон отправил сам себе, чтобы проверить, уходят ли письма и возвращаются ли ответы.
            Когда оно вернётся, программа удалит его. Отвечать на него не нужно.
            """;

    private final Outbox outbox;
    private final Conversations conversations;
    private final RoundTripStore store;
    private final MailSettings settings;
    private final Node node;

    SelfTest(Outbox outbox, Conversations conversations, RoundTripStore store, MailSettings settings, Node node) {
        this.outbox = outbox;
        this.conversations = conversations;
        this.store = store;
        this.settings = settings;
        this.node = node;
    }

    /** Puts a letter into the outbox. Each begins a conversation of its own, so that nothing but itself can answer it. */
    void send() {
        String reference = REFERENCE + UUID.randomUUID();
        long conversation = conversations.open(reference);
        outbox.put(new Letter(
                reference,
                PURPOSE,
                settings.senderName(),
                conversations.replyAddress(conversation),
                "Проверка почты",
                BODY));
        store.begin(reference, node.name(), outbox.about(reference).get(0).messageId());
    }

    /** It has come back. */
    void arrived(String reference, @Nullable String messageId, Instant receivedAt, boolean addressKept) {
        if (store.back(reference, receivedAt, messageId, addressKept)) {
            log.info("The letter to ourselves {} is back", reference);
        }
    }
}
