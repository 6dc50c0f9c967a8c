package org.perezvon.demo;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The page «Ящики ведомств» and what it asks for. */
@RestController
@Profile(DemoActivation.PROFILE)
@ConditionalOnBooleanProperty(DemoActivation.EMBEDDED_MAIL)
class AgencyMailboxesController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1251", "KOI8-R");

    private final AgencyMailboxes mailboxes;
    private final ServerJson server;

    AgencyMailboxesController(AgencyMailboxes mailboxes, DemoMailServer server, DemoPasswords passwords) {
        this.mailboxes = mailboxes;
        this.server = new ServerJson(
                DemoMailServer.HOST,
                server.smtpPort(),
                server.imapPort(),
                passwords.of(DemoPasswords.MAILBOXES),
                DemoMailServer.REFUSING_DOMAIN);
    }

    record ServerJson(String host, int smtpPort, int imapPort, String password, String refusingDomain) {}

    record ClientJson(MailClient code, String title) {}

    record MailboxJson(String address, Optional<String> person, Optional<String> agency, int letters, long newest) {}

    record OverviewJson(
            ServerJson server, List<ClientJson> clients, List<String> charsets, List<MailboxJson> mailboxes) {}

    record LetterJson(long id, Instant receivedAt, String subject, String messageId, String inReplyTo) {

        static LetterJson of(ReceivedLetter letter) {
            return new LetterJson(
                    letter.envelope().id(),
                    letter.envelope().receivedAt(),
                    letter.subject(),
                    letter.messageId(),
                    letter.inReplyTo());
        }
    }

    record OpenLetterJson(
            Instant receivedAt,
            String subject,
            String from,
            String to,
            String replyTo,
            String text,
            Optional<String> html) {

        static OpenLetterJson of(ReceivedLetter letter) {
            return new OpenLetterJson(
                    letter.envelope().receivedAt(),
                    letter.subject(),
                    letter.from().map(InternetAddress::toUnicodeString).orElse(""),
                    letter.to(),
                    letter.replyTo().map(InternetAddress::getAddress).orElse(""),
                    letter.text(),
                    letter.html());
        }
    }

    record FolderJson(List<LetterJson> received, List<LetterJson> sent) {}

    record ReplyJson(MailClient client, String text, String charset) {}

    @GetMapping("/demo/mailboxes")
    ResponseEntity<Resource> page() {
        return file("mailboxes.html", HTML);
    }

    @GetMapping("/demo/mailboxes.js")
    ResponseEntity<Resource> script() {
        return file("mailboxes.js", SCRIPT);
    }

    @GetMapping("/demo/mailboxes.css")
    ResponseEntity<Resource> style() {
        return file("mailboxes.css", STYLE);
    }

    @GetMapping("/demo/api/mailboxes")
    OverviewJson overview() {
        return new OverviewJson(
                server,
                Arrays.stream(MailClient.values())
                        .map(client -> new ClientJson(client, client.title()))
                        .toList(),
                CHARSETS,
                mailboxes.all().stream()
                        .map(mailbox -> new MailboxJson(
                                mailbox.address(),
                                mailbox.person(),
                                mailbox.agency(),
                                mailbox.letters(),
                                mailbox.newest()))
                        .toList());
    }

    @GetMapping("/demo/api/mailboxes/{address}/letters")
    FolderJson letters(@PathVariable String address) {
        return new FolderJson(
                mailboxes.received(address).stream().map(LetterJson::of).toList(),
                mailboxes.sent(address).stream().map(LetterJson::of).toList());
    }

    @GetMapping("/demo/api/letters/{id}")
    OpenLetterJson open(@PathVariable long id) {
        return OpenLetterJson.of(letter(id));
    }

    @PostMapping("/demo/api/letters/{id}/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@PathVariable long id, @RequestBody ReplyJson reply) {
        if (reply.text() == null || reply.text().isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Напишите текст ответа");
        }
        if (!CHARSETS.contains(reply.charset())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Кодировка — одна из: " + CHARSETS);
        }
        mailboxes.reply(letter(id), reply.client(), reply.text(), Charset.forName(reply.charset()));
    }

    @PostMapping("/demo/api/letters/{id}/out-of-office")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void outOfOffice(@PathVariable long id) {
        mailboxes.outOfOffice(letter(id));
    }

    @PostMapping("/demo/api/letters/{id}/bounce")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bounce(@PathVariable long id) {
        ReceivedLetter letter = letter(id);
        if (letter.envelope().sender().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "У письма нет обратного адреса: уведомление о недоставке послать некому");
        }
        mailboxes.bounce(letter);
    }

    private ReceivedLetter letter(long id) {
        return mailboxes
                .letter(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет письма № " + id));
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .body(new ClassPathResource(name, AgencyMailboxesController.class));
    }
}
