package org.perezvon.testing;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.perezvon.demo.AnySenderSmtp;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Everybody's mail server, over real SMTP and IMAP: one for all tests of a run, with a mailbox for every address there is.
 * Use it by {@code @ContextConfiguration(initializers = MailServer.class)}.
 */
public final class MailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The contact centre's own mailbox; {@code vopros+key@…} lies in it too. */
    public static final String CENTRE = "vopros@ekc.example";

    /** Opens every mailbox. */
    public static final String PASSWORD = "a-password-for-every-mailbox";

    /** What this server says to letters for a domain, when it does not take them. */
    private static final Map<String, String> REFUSALS = new ConcurrentHashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int smtp = Server.RUNNING.getSmtp().getPort();
        int imap = Server.RUNNING.getImap().getPort();
        TestPropertyValues.of(
                        "perezvon.mail.address=" + CENTRE,
                        "perezvon.mail.smtp.host=127.0.0.1",
                        "perezvon.mail.smtp.port=" + smtp,
                        "perezvon.mail.smtp.tls=none",
                        "perezvon.mail.imap.host=127.0.0.1",
                        "perezvon.mail.imap.port=" + imap,
                        "perezvon.mail.imap.username=" + CENTRE,
                        "perezvon.mail.imap.password=" + PASSWORD,
                        "perezvon.mail.imap.tls=none")
                .applyTo(context);
    }

    /** A way to it for agencies and strangers. */
    public static Post post() {
        return new Post(
                Server.RUNNING.getSmtp().getPort(), Server.RUNNING.getImap().getPort(), PASSWORD);
    }

    /** From now on letters to this domain are answered so, e.g. {@code 550 5.1.1 no such mailbox}. */
    public static void refuse(String domain, String answer) {
        REFUSALS.put(domain, answer);
    }

    public static void acceptAgain(String domain) {
        REFUSALS.remove(domain);
    }

    /** From now on this mailbox opens by another password only; it is made when it is not there. */
    public static void changePassword(String address, String password) {
        Server.RUNNING.mailbox(address).setPassword(password);
    }

    /** Where mailboxes are read. */
    public static int imapPort() {
        return Server.RUNNING.getImap().getPort();
    }

    /** As it was: it opens by the password all mailboxes have. */
    public static void restorePassword(String address) {
        changePassword(address, PASSWORD);
    }

    /** Started by the first test that needs it. */
    private static final class Server extends GreenMail {

        static final Server RUNNING = new Server();

        private Server() {
            super(new ServerSetup[0]); // GreenMail makes its servers in its constructor; ours come with start()
            this.managers = new Managers() {
                private final SmtpManager smtp = new ChoosySmtp(this);

                @Override
                public SmtpManager getSmtpManager() {
                    return smtp;
                }
            };
            this.config = new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            };
            getUserManager().setMessageDeliveryHandler((letter, address) -> mailbox(address.getEmail()));
            mailbox(CENTRE);
            start();
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            Map<String, AbstractServer> servers = super.createServices(setups, managers);
            AnySenderSmtp.insteadOfOthers(servers, managers);
            return servers;
        }

        /** {@code box+detail@host} lies in {@code box@host} (RFC 5233). */
        private synchronized GreenMailUser mailbox(String address) {
            String name = address.toLowerCase(Locale.ROOT).replaceFirst("\\+.*@", "@");
            UserManager users = getUserManager();
            @Nullable GreenMailUser known = users.getUserByEmail(name);
            try {
                return known == null ? users.createUser(name, name, PASSWORD) : known;
            } catch (UserException e) {
                throw new IllegalStateException("Could not open the mailbox " + name, e);
            }
        }
    }

    private static final class ChoosySmtp extends SmtpManager {

        ChoosySmtp(Managers managers) {
            super(managers.getImapHostManager(), managers.getUserManager());
        }

        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            return REFUSALS.get(recipient.getHost().toLowerCase(Locale.ROOT));
        }
    }
}
