package org.perezvon.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import org.perezvon.kernel.SenderPolicy;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far an agency's mails are believed, over HTTP. */
@RestController
@RequestMapping("/api/agencies/{code}/sender-policy")
@Tag(name = "Органы власти")
class SenderPolicyController {

    record Belief(
            @Schema(
                    description = "REQUIRE — отвечать может только отправитель, чью подлинность подтвердил наш почтовый"
                            + " сервер, остальные письма смотрит человек; WARN — человек смотрит письма, похожие на"
                            + " подделку, о неподтверждённых предупреждаем; IGNORE — проверка ни на что не влияет")
            @NotNull(message = "Укажите, верить ли отправителям: REQUIRE, WARN или IGNORE")
            SenderPolicy policy) {}

    private final Directory directory;

    SenderPolicyController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Насколько верить письмам этого органа, если подлинность отправителя не подтверждена")
    Belief belief(@PathVariable String code) {
        return new Belief(directory.senderPolicy(known(code)));
    }

    @PutMapping
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Решить, насколько верить письмам этого органа")
    Belief believe(@PathVariable String code, @Valid @RequestBody Belief belief, Principal by) {
        directory.believe(known(code), belief.policy(), by.getName());
        return belief;
    }

    private String known(String code) {
        return directory
                .agency(code)
                .map(Agency::code)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет органа власти с кодом «" + code + "»"));
    }
}
