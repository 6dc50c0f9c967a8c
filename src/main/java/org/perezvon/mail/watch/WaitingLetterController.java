package org.perezvon.mail.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.perezvon.kernel.Conflict;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.watch.WaitingLetterStore.WaitingLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters that have not left, over HTTP: why not, and that they leave now. */
@RestController
@RequestMapping("/api/mail-room/letters")
@Tag(name = "Почта")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class WaitingLetterController {

    private static final Logger log = LoggerFactory.getLogger(WaitingLetterController.class);

    private static final int SHOWN = 500;

    /** @param more whether others wait, too */
    record LettersView(List<LetterView> letters, boolean more) {}

    /** @param because why it has not left, in Russian */
    record LetterView(
            long id,
            String to,
            String subject,
            Instant writtenAt,
            int attempts,
            Instant nextAttemptAt,
            String because) {

        static LetterView of(WaitingLetter letter) {
            return new LetterView(
                    letter.id(),
                    letter.to(),
                    letter.subject(),
                    letter.writtenAt(),
                    letter.attempts(),
                    letter.nextAttemptAt(),
                    why(letter));
        }

        private static String why(WaitingLetter letter) {
            if (letter.sending()) {
                return "отправляется";
            }
            if (letter.early()) {
                return "ждёт рабочих часов получателя";
            }
            String error = letter.lastError()
                    .map(reason -> "последняя попытка: " + reason)
                    .orElse("");
            return letter.because()
                    .map(because -> error.isEmpty() ? because : because + "; " + error)
                    .orElse(error.isEmpty() ? "вот-вот уйдёт" : error);
        }
    }

    private final WaitingLetterStore store;
    private final Outbox outbox;

    WaitingLetterController(WaitingLetterStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @GetMapping
    @Operation(summary = "Письма, которые ещё не ушли, и почему")
    LettersView waiting(@RequestParam(defaultValue = "50") int limit) {
        int shown = Math.max(1, Math.min(limit, SHOWN));
        List<WaitingLetter> found = store.first(shown + 1);
        return new LettersView(found.stream().limit(shown).map(LetterView::of).toList(), found.size() > shown);
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Отправить письмо сейчас, несмотря на дневной предел и паузу после неудачи")
    void release(@PathVariable long id, Principal person) {
        if (!outbox.release(id)) {
            throw new Conflict("Это письмо уже отправлено, отправляется или отозвано");
        }
        log.info("Letter {} released by {}", id, person.getName());
    }
}
