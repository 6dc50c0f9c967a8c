package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Questions over HTTP, for our own forms and for other systems. */
@RestController
@RequestMapping("/api/questions")
@Tag(name = "Обращения")
class QuestionController {

    /**
     * @param calledAt when the phone rang; absent: now
     * @param agencies codes of the competent agencies; empty when the question was answered at once
     * @param answeredBy id of the template the operator read out
     * @param callBack what was chosen about the call-back; absent: what the tables say
     * @param follows number of the question during whose call-back this one was asked; line and caller are its own unless
     *     they are told
     */
    record NewQuestion(
            @Nullable String line,
            @Nullable Instant calledAt,
            @Nullable Caller caller,
            @Nullable String text,
            @Nullable List<String> agencies,
            @Nullable Long answeredBy,
            @Nullable CallBackEntry callBack,
            @Nullable String follows) {

        /** The same question, asked of these agencies when it names none itself. */
        NewQuestion askingAtLeast(List<String> others) {
            return agencies == null || agencies.isEmpty()
                    ? new NewQuestion(line, calledAt, caller, text, others, null, callBack, follows)
                    : this;
        }
    }

    record Caller(@Nullable String name, @Nullable String phone) {}

    private final RegistrationPolicy policy;
    private final Questions questions;
    private final QuestionFiles files;

    QuestionController(RegistrationPolicy policy, Questions questions, QuestionFiles files) {
        this.policy = policy;
        this.questions = questions;
        this.files = files;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(summary = "Зарегистрировать звонок (I-1)")
    ResponseEntity<QuestionView> register(
            @RequestBody NewQuestion entered,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Principal person) {
        RegistrationNumber number = questions.register(policy.check(entered, person.getName(), idempotencyKey));
        return ResponseEntity.created(URI.create("/api/questions/" + number))
                .body(files.find(number).orElseThrow());
    }

    @GetMapping("/{number}")
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(summary = "Обращение: запросы, письма, сроки с объяснением, ответы, звонки")
    QuestionView question(@PathVariable String number) {
        return files.find(RegistrationNumber.parse(number))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет обращения с номером «" + number + "»"));
    }
}
