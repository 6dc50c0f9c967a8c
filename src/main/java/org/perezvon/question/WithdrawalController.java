package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A citizen calls again to say that the answer is no longer needed. */
@RestController
@AgainOnCollision
@Tag(name = "Обращения")
class WithdrawalController {

    /** @param why in the words the agencies will read; no name, no phone */
    record NewWithdrawal(@Nullable String why) {}

    private final Questions questions;

    WithdrawalController(Questions questions) {
        this.questions = questions;
    }

    @PostMapping("/api/questions/{number}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(summary = "Гражданину ответ больше не нужен: органам пишут об этом, звонить не будут")
    void withdraw(
            @PathVariable String number,
            @RequestBody(required = false) @Nullable NewWithdrawal entered,
            Principal person) {
        RegistrationNumber known = RegistrationNumber.parse(number);
        if (questions.find(known).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет обращения с номером «" + number + "»");
        }
        questions.withdraw(
                known,
                person.getName(),
                Optional.ofNullable(entered)
                        .map(NewWithdrawal::why)
                        .map(String::strip)
                        .filter(why -> !why.isEmpty()));
    }
}
