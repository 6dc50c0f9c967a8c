package org.perezvon.mail.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Misreading;
import org.perezvon.mail.Misreadings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** «Неверно прочитано», over HTTP: said by operators, gathered by administrators. */
@RestController
@RequestMapping("/api")
@Tag(name = "Почта")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class MisreadingController {

    private static final Logger log = LoggerFactory.getLogger(MisreadingController.class);

    private static final int SHOWN = 500;
    private static final int EXPORTED = 10_000;

    /**
     * @param text what was said anew, without quotation and signature; absent: left open
     * @param note for whoever mends the rules
     */
    record CorrectionRequest(
            @NotNull(message = "Выберите, что это за письмо") @Nullable
            MailKind kind,

            @Size(max = 1_000_000, message = "Текст слишком длинный") @Nullable
            String text,

            @Size(max = 2000, message = "Заметка длиннее 2000 знаков") @Nullable
            String note) {

        Misreadings.Correction correction() {
            if (kind == null) {
                throw new IllegalStateException("A correction without a kind has passed validation");
            }
            return new Misreadings.Correction(kind, orNull(text), orNull(note));
        }

        private static @Nullable String orNull(@Nullable String words) {
            return words == null || words.isBlank() ? null : words.strip();
        }
    }

    /** @param number how many there are, also those not shown */
    record MisreadingsView(int number, List<Misreading> mails) {}

    private final Misreadings misreadings;
    private final Inbox inbox;

    MisreadingController(Misreadings misreadings, Inbox inbox) {
        this.misreadings = misreadings;
        this.inbox = inbox;
    }

    @PostMapping("/mails/{id}/misreading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Письмо прочитано неверно: что это на самом деле")
    void report(@PathVariable long id, @Valid @RequestBody CorrectionRequest request, Principal person) {
        Misreadings.Correction correction = request.correction();
        if (!misreadings.report(id, correction, person.getName())) {
            throw missing(id);
        }
        log.info("Mail {} was read wrongly, says {}: it is {}", id, person.getName(), correction.kind());
    }

    @GetMapping("/mail-room/misreadings")
    @Operation(summary = "Письма, о которых сказали «неверно прочитано», новые первыми")
    MisreadingsView latest(@RequestParam(defaultValue = "50") int limit) {
        return new MisreadingsView(misreadings.number(), misreadings.latest(Math.max(1, Math.min(limit, SHOWN))));
    }

    @DeleteMapping("/mail-room/misreadings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Убрать письмо из этого списка")
    void forget(@PathVariable long id, Principal person) {
        if (!misreadings.forget(id)) {
            throw missing(id);
        }
        log.info("Mail {} is no case for the rules any more, says {}", id, person.getName());
    }

    /** As the corpus of the project keeps them: the mail, and its reading beside it. */
    @GetMapping("/mail-room/misreadings.zip")
    @Operation(summary = "Они же файлами .eml и .yml, в том виде, в каком их ждут команды read и reading")
    ResponseEntity<StreamingResponseBody> export(Principal person) {
        List<Misreading> all = misreadings.latest(EXPORTED);
        log.info("{} mails that were read wrongly are exported by {}", all.size(), person.getName());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("misreadings.zip")
                                .build()
                                .toString())
                .body(out -> new CaseArchive(out).write(all, inbox::original));
    }

    private static ResponseStatusException missing(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого письма: " + id);
    }
}
