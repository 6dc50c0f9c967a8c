package org.perezvon.benchmark;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.perezvon.testing.Maildir;

/** Agencies whose answer lies in our mailbox before their server has said that it takes our letter. */
final class PromptAgencies implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final AtomicInteger answers = new AtomicInteger();

    PromptAgencies(Maildir ours, Supplier<Instant> now) {
        server.start();
        server.getUserManager().setMessageDeliveryHandler((letter, address) -> {
            MimeMessage read = letter.getMessage();
            ours.put(Replies.to(read, address.getEmail(), now.get()));
            answers.incrementAndGet();
            try {
                return server.getUserManager().getUserByEmail("taken@agency.example") != null
                        ? server.getUserManager().getUserByEmail("taken@agency.example")
                        : server.getUserManager().createUser("taken@agency.example", "taken", "taken");
            } catch (UserException e) {
                throw new IllegalStateException("Could not take a letter", e);
            }
        });
    }

    /** What makes their server the product's way out. */
    List<String> settings() {
        return List.of(
                "--perezvon.mail.smtp.host=127.0.0.1",
                "--perezvon.mail.smtp.port=" + server.getSmtp().getPort(),
                "--perezvon.mail.smtp.tls=none",
                "--perezvon.mail.watch.self-test=0s",
                "--perezvon.mail.outgoing.per-minute=100000",
                "--perezvon.mail.outgoing.per-day=100000");
    }

    int answers() {
        return answers.get();
    }

    @Override
    public void close() {
        server.stop();
    }
}
