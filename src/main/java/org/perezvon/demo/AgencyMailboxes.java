package org.perezvon.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;

/** What agency staff would do in their own mail programs: read, reply, be absent, have a mailbox that is no more. */
class AgencyMailboxes {

    private static final ZoneId ZONE_OF_STRANGERS = ZoneId.of("Asia/Irkutsk");

    /** Enough for a morning; older letters are read by IMAP. */
    private static final int SHOWN = 50;

    private final MailArchive archive;
    private final DemoMailServer server;
    private final Directory directory;
    private final String centre;
    private final String password;
    private final Clock clock;

    AgencyMailboxes(
            MailArchive archive,
            DemoMailServer server,
            Directory directory,
            String centre,
            String password,
            Clock clock) {
        this.archive = archive;
        this.server = server;
        this.directory = directory;
        this.centre = centre;
        this.password = password;
        this.clock = clock;
    }

    /**
     * @param agency short name; absent for a mailbox of nobody in the directory
     * @param newest id of the last letter that came; zero when none has
     */
    record Mailbox(String address, Optional<String> person, Optional<String> agency, int letters, long newest) {

        Mailbox holding(MailArchive.Holding holding) {
            return new Mailbox(address, person, agency, holding.letters(), holding.newest());
        }
    }

    /** The responsible persons' mailboxes first, then everyone else's who was ever written to. */
    List<Mailbox> all() {
        Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
        for (Agency agency : directory.agencies()) {
            agency.responsible().ifPresent(person -> {
                String address = person.email().value();
                server.open(address);
                mailboxes.put(
                        address,
                        new Mailbox(address, Optional.of(person.name()), Optional.of(agency.shortName()), 0, 0));
            });
        }
        for (MailArchive.Holding holding : archive.mailboxes()) {
            if (!isCentre(holding.mailbox())) {
                mailboxes.compute(holding.mailbox(), (address, known) -> (known == null
                                ? new Mailbox(address, Optional.empty(), Optional.empty(), 0, 0)
                                : known)
                        .holding(holding));
            }
        }
        return new ArrayList<>(mailboxes.values());
    }

    List<ReceivedLetter> received(String mailbox) {
        return archive.received(MailArchive.mailboxOf(mailbox), SHOWN);
    }

    List<ReceivedLetter> sent(String mailbox) {
        return archive.sent(MailArchive.mailboxOf(mailbox), SHOWN);
    }

    /** Letters of agencies only: the contact centre's own mailbox is nobody's business here. */
    Optional<ReceivedLetter> letter(long id) {
        return archive.letter(id)
                .filter(letter -> !isCentre(letter.envelope().mailbox()))
                .filter(letter -> letter.replyTo().isPresent());
    }

    void reply(ReceivedLetter letter, MailClient client, String text, Charset charset) {
        write(letter, agency -> agency.reply(client, text, charset));
    }

    void outOfOffice(ReceivedLetter letter) {
        write(letter, AgencyLetter::outOfOffice);
    }

    void bounce(ReceivedLetter letter) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            agencyLetter(letter).bounce().writeTo(bytes);
            byte[] head = "Return-Path: <>\r\n".getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.write(head);
            bytes.writeTo(whole);
            server.deliver(letter.envelope().sender(), whole.toByteArray(), clock.instant());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(
                    "Could not bounce letter " + letter.envelope().id(), e);
        }
    }

    private void write(ReceivedLetter letter, Writing writing) {
        String login = letter.envelope().mailbox();
        server.open(login);
        try {
            MimeMessage message = writing.write(agencyLetter(letter));
            Properties properties = new Properties();
            properties.setProperty("mail.smtp.auth", "true");
            properties.setProperty("mail.smtp.localhost", "localhost"); // or the JVM asks DNS who we are
            properties.setProperty("mail.smtp.from", login);
            try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
                transport.connect(DemoMailServer.HOST, server.smtpPort(), login, password);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(
                    "Could not answer letter " + letter.envelope().id(), e);
        }
    }

    private AgencyLetter agencyLetter(ReceivedLetter letter) {
        String address = letter.envelope().mailbox();
        Optional<Agency> agency = directory.agencies().stream()
                .filter(each -> each.responsible()
                        .filter(person -> person.email().value().equals(address))
                        .isPresent())
                .findFirst();
        InternetAddress from = new InternetAddress();
        from.setAddress(address);
        try {
            from.setPersonal(
                    agency.flatMap(Agency::responsible)
                            .map(ResponsiblePerson::name)
                            .orElse(null),
                    "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("No UTF-8", e);
        }
        return new AgencyLetter(from, letter, agency.map(Agency::zone).orElse(ZONE_OF_STRANGERS), clock.instant());
    }

    private boolean isCentre(String mailbox) {
        return mailbox.equals(MailArchive.mailboxOf(centre));
    }

    private interface Writing {
        MimeMessage write(AgencyLetter letter) throws MessagingException;
    }
}
