package org.perezvon.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server for SMTP and IMAP on the loopback interface, for every address there is: a mailbox comes into being with
 * its first letter. What it accepted with {@code 250} it still has after {@code kill -9}: the letter is committed to the
 * {@link MailArchive} first. What a mail client stores by IMAP APPEND, its flags and its deletions last until the next
 * start only; UIDVALIDITY is a new one at each start, as RFC 3501 §2.3.1.1 asks of a server that cannot keep its UIDs.
 */
final class DemoMailServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    /** Every address of this domain is refused with 550, so that an undeliverable letter can be seen. */
    static final String REFUSING_DOMAIN = "net-takogo.example";

    private static final Logger log = LoggerFactory.getLogger(DemoMailServer.class);

    /** Clients that IDLE are silent for up to 29 minutes (RFC 2177); GreenMail would hang up after 30 seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(35);

    private final MailArchive archive;
    private final PostOffice office;
    private final String password;

    private DemoMailServer(MailArchive archive, PostOffice office, String password) {
        this.archive = archive;
        this.office = office;
        this.password = password;
    }

    /** All mailboxes are filled again before the first connection is accepted. */
    static DemoMailServer start(MailArchive archive, int smtpPort, int imapPort, String password) {
        PostOffice office = new PostOffice(archive, smtpPort, imapPort);
        DemoMailServer server = new DemoMailServer(archive, office, password);
        office.getUserManager().setMessageDeliveryHandler((letter, address) -> server.mailbox(address.getEmail()));
        archive.replay(server::putIntoMailbox);
        office.start();
        log.info("Почтовый сервер пробного запуска: SMTP {}, IMAP {}", server.smtpPort(), server.imapPort());
        return server;
    }

    int smtpPort() {
        return office.getSmtp().getPort();
    }

    int imapPort() {
        return office.getImap().getPort();
    }

    /** Opens the mailbox for reading by IMAP before its first letter. */
    void open(String address) {
        mailbox(address);
    }

    /**
     * Delivers past SMTP, for letters with the empty sender {@code <>} (bounces), which GreenMail's SMTP does not take.
     */
    void deliver(String recipient, byte[] raw, Instant at) {
        archive.keep("", List.of(recipient), raw, at);
        putIntoMailbox(MailArchive.mailboxOf(recipient), raw, at);
    }

    @Override
    public void close() {
        office.stop();
    }

    private synchronized GreenMailUser mailbox(String address) {
        String name = MailArchive.mailboxOf(address);
        UserManager users = office.getUserManager();
        @Nullable GreenMailUser known = users.getUserByEmail(name);
        if (known != null) {
            return known;
        }
        try {
            return users.createUser(name, name, password);
        } catch (UserException e) {
            throw new IllegalStateException("Could not open the mailbox " + name, e);
        }
    }

    private void putIntoMailbox(String mailbox, byte[] raw, Instant receivedAt) {
        try {
            MimeMessage message = GreenMailUtil.newMimeMessage(new ByteArrayInputStream(raw));
            office.getManagers()
                    .getImapHostManager()
                    .getInbox(mailbox(mailbox))
                    .appendMessage(message, new Flags(), Date.from(receivedAt));
        } catch (Exception e) {
            throw new IllegalStateException("Could not put a letter into the mailbox " + mailbox, e);
        }
    }

    /** GreenMail with one step more: what it is about to accept is kept first. */
    private static final class PostOffice extends GreenMail {

        PostOffice(MailArchive archive, int smtpPort, int imapPort) {
            super(new ServerSetup[0]); // GreenMail makes its servers in its constructor; ours come with start()
            this.managers = new KeepingManagers(archive);
            this.config = new ServerSetup[] {
                new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP)
            };
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            Map<String, AbstractServer> servers = super.createServices(setups, managers);
            AnySenderSmtp.insteadOfOthers(servers, managers);
            servers.values().forEach(server -> server.setClientSocketTimeout(Math.toIntExact(PATIENCE.toMillis())));
            return servers;
        }
    }

    private static final class KeepingManagers extends Managers {

        private final SmtpManager smtp;

        KeepingManagers(MailArchive archive) {
            this.smtp = new KeepingSmtp(this, archive);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }

    private static final class KeepingSmtp extends SmtpManager {

        private final MailArchive archive;

        KeepingSmtp(Managers managers, MailArchive archive) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.archive = archive;
        }

        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            return recipient.getHost().toLowerCase(Locale.ROOT).equals(REFUSING_DOMAIN)
                    ? "550 5.1.1 <" + recipient.getEmail() + ">: no such mailbox here"
                    : null;
        }

        /** An exception here becomes a 451: the sender keeps the letter and tries again. */
        @Override
        public synchronized void send(SmtpState state) {
            MovingMessage letter = state.getMessage();
            Collection<String> recipients =
                    letter.getToAddresses().stream().map(MailAddress::getEmail).toList();
            archive.keep(letter.getReturnPath().getEmail(), recipients, bytesOf(letter.getMessage()), Instant.now());
            super.send(state);
        }

        private static byte[] bytesOf(MimeMessage message) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                return bytes.toByteArray();
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("Could not write down a received letter", e);
            }
        }
    }
}
