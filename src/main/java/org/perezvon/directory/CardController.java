package org.perezvon.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who answers for one agency and under which agreement, over HTTP. Days are those of the agency's own clock. */
@RestController
@RequestMapping("/api/agencies/{code}")
@Tag(name = "Органы власти")
class CardController {

    /**
     * @param from first day; absent: from now on
     * @param until last day; absent: until somebody else is named
     */
    record NewAppointment(
            @NotBlank(message = "Укажите фамилию, имя и отчество")
            String name,

            @NotBlank(message = "Укажите адрес электронной почты")
            String email,

            @Nullable String phone,

            @Schema(description = "Второй адрес того же лица") @Nullable
            String furtherEmail,

            @Schema(description = "Первый день; не указан — с этой минуты") @Nullable
            LocalDate from,

            @Schema(description = "Последний день; не указан — бессрочно") @Nullable
            LocalDate until) {}

    record NewDeputy(
            @NotBlank(message = "Укажите фамилию, имя и отчество")
            String name,

            @NotBlank(message = "Укажите адрес электронной почты")
            String email,

            @Nullable String phone) {

        /** @param place where its fields lie in the request, with a dot */
        ResponsiblePerson person(String place) {
            return new ResponsiblePerson(
                    name,
                    told(place + "email", email),
                    Optional.ofNullable(phone).map(String::strip).filter(text -> !text.isEmpty()));
        }
    }

    record NewDeputies(
            @Valid @NotNull(message = "Укажите заместителей; никого — пустой список")
            List<NewDeputy> deputies) {

        List<ResponsiblePerson> people() {
            return IntStream.range(0, deputies.size())
                    .mapToObj(place -> deputies.get(place).person("deputies[" + place + "]."))
                    .toList();
        }
    }

    record NewAbsence(
            @NotBlank(message = "Укажите адрес того, кто отсутствует")
            String email,

            @Schema(description = "Первый день; не указан — с этой минуты") @Nullable
            LocalDate from,

            @NotNull(message = "Укажите последний день отсутствия")
            LocalDate until,

            @Valid @Schema(description = "Кто замещает; не указан — постоянный заместитель") @Nullable
            NewDeputy deputy) {}

    record Back(
            @NotBlank(message = "Укажите адрес того, кто снова на работе")
            String email) {}

    record NewAgreement(
            @NotBlank(message = "Укажите номер соглашения") String number,
            @NotNull(message = "Укажите дату соглашения") LocalDate concludedOn,

            @NotNull(message = "Укажите, с какого дня оно действует")
            LocalDate validFrom,

            @Schema(description = "Последний день; не указан — бессрочно") @Nullable
            LocalDate validUntil,

            @NotBlank(message = "Укажите предмет соглашения")
            String scope) {}

    private final Directory directory;
    private final Appointments appointments;
    private final Agreements agreements;
    private final ChangeStore changes;

    CardController(Directory directory, Appointments appointments, Agreements agreements, ChangeStore changes) {
        this.directory = directory;
        this.appointments = appointments;
        this.agreements = agreements;
        this.changes = changes;
    }

    @GetMapping("/card")
    @Operation(summary = "Кто отвечает за орган, кто замещает, какие соглашения, кто что менял")
    CardView card(@PathVariable String code) {
        Agency agency = agency(code);
        return CardView.of(
                agency,
                appointments.today(code),
                appointments.of(code),
                appointments.absences(code),
                agreements.of(code),
                changes.of(code, 100));
    }

    @PostMapping("/appointments")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(
            summary = "Назначить ответственное лицо на срок, в том числе будущий (I-3.1)",
            description = "На этот срок больше никто не назначен: прежнее лицо отвечает до его начала.")
    CardView appoint(@PathVariable String code, @Valid @RequestBody NewAppointment entered, Principal by) {
        appointments.appoint(
                code,
                new Appointment(
                        new NewDeputy(entered.name(), entered.email(), entered.phone()).person(""),
                        Optional.ofNullable(entered.furtherEmail())
                                .filter(text -> !text.isBlank())
                                .map(email -> told("furtherEmail", email)),
                        appointments.beginningOf(agency(code), entered.from()),
                        Optional.ofNullable(entered.until()).map(day -> Appointments.endOf(agency(code), day))),
                by.getName());
        return card(code);
    }

    @PutMapping("/deputies")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Постоянные заместители, в том порядке, в котором им пишут")
    CardView deputies(@PathVariable String code, @Valid @RequestBody NewDeputies entered, Principal by) {
        appointments.replaceDeputies(code, entered.people(), by.getName());
        return card(code);
    }

    @PostMapping("/absences")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Отсутствие того, кто отвечает за орган, и кто его замещает")
    CardView absence(@PathVariable String code, @Valid @RequestBody NewAbsence entered, Principal by) {
        directory.absence(
                code,
                new Absence(
                        told("email", entered.email()),
                        appointments.beginningOf(agency(code), entered.from()),
                        Appointments.endOf(agency(code), entered.until()),
                        Optional.ofNullable(entered.deputy()).map(deputy -> deputy.person("deputy."))),
                by.getName());
        return card(code);
    }

    @PostMapping("/back")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Тот, кто отсутствовал, снова на работе")
    CardView back(@PathVariable String code, @Valid @RequestBody Back entered, Principal by) {
        appointments.back(agency(code).code(), told("email", entered.email()), by.getName());
        return card(code);
    }

    @PostMapping("/agreements")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Внести соглашение или исправить сведения о нём; какое это, говорит номер (T-2)")
    CardView agreement(@PathVariable String code, @Valid @RequestBody NewAgreement entered, Principal by) {
        agreements.put(
                agency(code).code(),
                new Agreement(
                        entered.number(),
                        entered.concludedOn(),
                        entered.validFrom(),
                        Optional.ofNullable(entered.validUntil()),
                        entered.scope()),
                by.getName());
        return card(code);
    }

    private static EmailAddress told(String field, String email) {
        return EmailAddress.from(email)
                .orElseThrow(() -> new InvalidInput(
                        List.of(new Problem(field, "Это не адрес электронной почты: «" + email + "»"))));
    }

    private Agency agency(String code) {
        return directory
                .agency(code)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет органа власти с кодом «" + code + "»"));
    }
}
