package org.perezvon.mail.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.DeskMail;
import org.perezvon.mail.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Mails that did not find their way, over HTTP: what they are, and that they be taken anew. */
@RestController
@RequestMapping("/api/mail-room")
@Tag(name = "Почта")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class DeskController {

    private static final Logger log = LoggerFactory.getLogger(DeskController.class);

    private static final int SHOWN = 500;
    private static final int SHOWN_OF_SOURCE = 256 * 1024;

    /** What a mail is written in that declares nothing and is not UTF-8: the way Russian mail programs have long had. */
    private static final Charset OLD = Charset.forName("windows-1251");

    /** @param more whether older ones lie there too */
    record DeskView(List<DeskMail> mails, boolean more) {}

    /** @param whole whether the text is all of it */
    record SourceView(String text, int size, boolean whole) {}

    /**
     * @param ids which mails
     * @param all all that lie on the desk now, instead of some by their ids
     * @param reason of all, those whose reason contains these words
     */
    record Retry(
            @Size(max = 1000, message = "Не больше 1000 писем за раз") @Nullable
            List<Long> ids,

            @Nullable Boolean all,
            @Nullable String reason) {}

    record Retried(int taken) {}

    private final Inbox inbox;

    DeskController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/desk")
    @Operation(summary = "Письма, о которых решает человек или которые пока не удалось разобрать; новые первыми")
    DeskView desk(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "50") int limit) {
        int shown = Math.max(1, Math.min(limit, SHOWN));
        List<DeskMail> found = inbox.newestOnDesk(before, reason.strip(), shown + 1);
        return new DeskView(found.stream().limit(shown).toList(), found.size() > shown);
    }

    @GetMapping("/mails/{id}/source")
    @Operation(summary = "Письмо как оно пришло, текстом")
    SourceView source(@PathVariable long id, Principal person) {
        byte[] raw = inbox.original(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого письма: " + id));
        log.info("Mail {} shown to {} as it came", id, person.getName());
        int shown = Math.min(raw.length, SHOWN_OF_SOURCE);
        return new SourceView(text(raw, shown), raw.length, shown == raw.length);
    }

    @PostMapping("/retries")
    @Operation(summary = "Разобрать письма снова: названные или все, что лежат на столе")
    Retried retry(@Valid @RequestBody Retry retry, Principal person) {
        int taken = Boolean.TRUE.equals(retry.all())
                ? retryAll(Optional.ofNullable(retry.reason()).orElse("").strip())
                : inbox.tryAgain(Optional.ofNullable(retry.ids()).orElse(List.of()));
        log.info("{} mails are taken anew, asked for by {}", taken, person.getName());
        return new Retried(taken);
    }

    private int retryAll(String reason) {
        if (reason.isEmpty()) {
            return inbox.tryAllAgain();
        }
        int taken = 0;
        long before = Long.MAX_VALUE;
        for (List<DeskMail> page = inbox.newestOnDesk(before, reason, SHOWN);
                !page.isEmpty();
                page = inbox.newestOnDesk(before, reason, SHOWN)) {
            taken += inbox.tryAgain(page.stream().map(DeskMail::id).toList());
            before = page.get(page.size() - 1).id();
        }
        return taken;
    }

    private static String text(byte[] raw, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, 0, length, OLD);
        }
    }
}
