package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.AnswerInFile;
import org.perezvon.mail.Answered;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailFiles;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailReading;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Mails that came in, over HTTP: what they say, and their bytes. */
@RestController
@RequestMapping("/api/mails/{id}")
@Tag(name = "Письма")
@PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
class MailController {

    record MailView(
            long id,
            Instant receivedAt,
            String from,
            String to,
            String subject,
            MailKind kind,
            String text,
            String quoted,
            String signature,
            String disclaimer,
            List<Answered> answered,
            List<FileView> attachments,
            boolean answerInFile,
            String original,
            String page,
            String reason,
            List<String> evidence,
            List<Guess> guesses,
            Meaning meaning) {}

    /**
     * What the mail means beside its kind, as it was read.
     *
     * @param deputy who is to be asked while the sender is away, without the address
     */
    record Meaning(
            @Nullable String reason,
            @Nullable LocalDate requestedUntil,
            @Nullable Integer requestedDays,
            @Nullable String incomingNumber,
            @Nullable String redirectedTo,
            @Nullable LocalDate backOn,
            @Nullable String deputy,
            @Nullable String deputyEmail) {

        private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),;:]+@[^\\s<>(),;:]+[\\p{L}\\d]");

        static Meaning of(org.perezvon.mail.Meaning read) {
            String deputy = read.deputy();
            Optional<String> address = Optional.ofNullable(deputy)
                    .map(ADDRESS::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group);
            return new Meaning(
                    read.reason(),
                    read.requestedUntil(),
                    read.requestedDays(),
                    read.incomingNumber(),
                    read.redirectedTo(),
                    read.backOn(),
                    deputy == null
                            ? null
                            : ADDRESS.matcher(deputy).replaceAll("").replaceAll("[\\s(<,;:)>]+$", ""),
                    address.orElse(null));
        }
    }

    record Guess(String inquiryId, String number, InquiryView.AgencyView agency, String text) {}

    private final Inbox inbox;
    private final Triage triage;
    private final InquiryFiles files;
    private final MailFiles mailFiles;

    MailController(Inbox inbox, Triage triage, InquiryFiles files, MailFiles mailFiles) {
        this.inbox = inbox;
        this.triage = triage;
        this.files = files;
        this.mailFiles = mailFiles;
    }

    @GetMapping
    @Operation(summary = "Письмо: что в нём сказано и на какой запрос оно, возможно, отвечает")
    MailView mail(@PathVariable long id) {
        Inbox.KeptMail mail = inbox.mail(id).orElseThrow(() -> missing(id));
        MailReading reading = mail.reading();
        TriageStore.Entry entry = triage.entry(id);
        List<MailFile> attached = mailFiles.of(id);
        return new MailView(
                id,
                mail.receivedAt(),
                reading.from(),
                reading.to(),
                reading.subject(),
                reading.kind(),
                reading.text(),
                reading.quoted(),
                reading.signature(),
                reading.disclaimer(),
                reading.answered(),
                attached.stream().map(file -> FileView.of(id, file)).toList(),
                AnswerInFile.is(reading.text(), attached),
                "/api/mails/" + id + "/original",
                "/api/mails/" + id + "/html",
                entry.reason(),
                mail.evidence(),
                entry.guesses().stream()
                        .map(files::find)
                        .flatMap(Optional::stream)
                        .map(view -> new Guess(view.id(), view.number(), view.agency(), view.text()))
                        .toList(),
                Meaning.of(reading.meaning()));
    }

    /** Never shown by the browser, always saved: a stranger wrote it. */
    @GetMapping("/original")
    @Operation(summary = "Письмо в том виде, в каком пришло")
    ResponseEntity<byte[]> original(@PathVariable long id) {
        byte[] raw = inbox.original(id).orElseThrow(() -> missing(id));
        mailFiles.checkOriginal(id, raw);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mail-" + id + ".eml")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(raw);
    }

    private static ResponseStatusException missing(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого письма: " + id);
    }
}
