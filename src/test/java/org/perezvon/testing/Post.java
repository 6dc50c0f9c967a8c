package org.perezvon.testing;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** How people outside send letters and read their mailboxes: by SMTP and IMAP, nothing else. */
public final class Post {

    private static final String HOST = "127.0.0.1";

    private final int smtpPort;
    private final int imapPort;
    private final String password;

    /** @param password opens every mailbox */
    public Post(int smtpPort, int imapPort, String password) {
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
        this.password = password;
    }

    /** Everything in somebody's mailbox, in the order of arrival; a mailbox nobody wrote to yet is empty. */
    public List<MimeMessage> mailbox(String address) {
        try {
            return read(address);
        } catch (MessagingException e) {
            // A letter was thrown away between being counted and being read: look again.
            try {
                return read(address);
            } catch (MessagingException again) {
                throw new IllegalStateException("Could not read the mailbox " + address, again);
            }
        }
    }

    /** How many letters in somebody's mailbox have this subject; none of them is read. */
    public long subjects(String address, String subject) {
        try (Store store = session().getStore("imap")) {
            store.connect(HOST, imapPort, address, password);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            Message[] letters = inbox.getMessages();
            FetchProfile heads = new FetchProfile();
            heads.add(FetchProfile.Item.ENVELOPE);
            inbox.fetch(letters, heads);
            long found = 0;
            for (Message letter : letters) {
                found += subject.equals(letter.getSubject()) ? 1 : 0;
            }
            return found;
        } catch (AuthenticationFailedException e) {
            return 0;
        } catch (MessagingException e) {
            throw new IllegalStateException("Could not look into the mailbox " + address, e);
        }
    }

    private List<MimeMessage> read(String address) throws MessagingException {
        try (Store store = session().getStore("imap")) {
            store.connect(HOST, imapPort, address, password);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<MimeMessage> letters = new ArrayList<>();
            for (Message letter : inbox.getMessages()) {
                letters.add(new MimeMessage((MimeMessage) letter));
            }
            return letters;
        } catch (AuthenticationFailedException e) {
            return List.of();
        }
    }

    /** Sends these very bytes; returns when the server has taken them. */
    public void send(String from, String to, byte[] letter) {
        Properties properties = new Properties();
        properties.put("mail.smtp.from", from);
        properties.put("mail.smtp.localhost", "localhost"); // or the JVM asks DNS who we are
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(HOST, smtpPort, null, null);
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(letter)),
                    new InternetAddress[] {new InternetAddress(to)});
        } catch (MessagingException e) {
            throw new IllegalStateException("Could not send a letter from " + from + " to " + to, e);
        }
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }
}
