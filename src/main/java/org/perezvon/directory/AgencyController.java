package org.perezvon.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
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

/** The directory over HTTP. */
@RestController
@RequestMapping("/api/agencies")
@Tag(name = "Органы власти")
class AgencyController {

    record AgencyView(
            String code,
            String name,
            String shortName,
            Agency.Kind kind,
            ZoneId zone,
            List<String> calendars,
            LocalTime opens,
            LocalTime closes,
            List<String> topics,
            @Nullable PersonView responsible) {

        static AgencyView of(Agency agency) {
            return new AgencyView(
                    agency.code(),
                    agency.name(),
                    agency.shortName(),
                    agency.kind(),
                    agency.zone(),
                    agency.calendars(),
                    agency.opens(),
                    agency.closes(),
                    agency.topics(),
                    agency.responsible().map(PersonView::of).orElse(null));
        }
    }

    record PersonView(String name, String email, @Nullable String phone) {

        static PersonView of(ResponsiblePerson person) {
            return new PersonView(
                    person.name(), person.email().value(), person.phone().orElse(null));
        }
    }

    /**
     * An agency as somebody enters it; nothing is checked yet.
     *
     * @param responsible absent: whoever is responsible now remains so
     */
    record NewAgency(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String kind,
            @Nullable String zone,
            @Nullable List<@Nullable String> calendars,
            @Nullable String opens,
            @Nullable String closes,
            @Nullable List<@Nullable String> topics,
            @Nullable NewPerson responsible) {}

    record NewPerson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record NewResponsible(
            @NotBlank(message = "Укажите фамилию, имя и отчество")
            String name,

            @NotBlank(message = "Укажите адрес электронной почты")
            String email,

            @Nullable String phone) {}

    private final Directory directory;
    private final AgencyPolicy policy;

    AgencyController(Directory directory, AgencyPolicy policy) {
        this.directory = directory;
        this.policy = policy;
    }

    @GetMapping
    @Operation(summary = "Органы власти и их ответственные лица")
    List<AgencyView> agencies() {
        return directory.agencies().stream().map(AgencyView::of).toList();
    }

    @PutMapping("/{code}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Завести орган власти или исправить сведения о нём")
    AgencyView put(@PathVariable String code, @RequestBody NewAgency entered) {
        directory.put(policy.check(code, entered));
        return AgencyView.of(directory.agency(code).orElseThrow());
    }

    @PostMapping("/{code}/responsible")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Назначить ответственное лицо (I-3.1)")
    AgencyView name(@PathVariable String code, @Valid @RequestBody NewResponsible person) {
        if (directory.agency(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет органа власти с кодом «" + code + "»");
        }
        Optional<String> phone = Optional.ofNullable(person.phone()).filter(text -> !text.isBlank());
        return AgencyView.of(
                directory.name(code, new ResponsiblePerson(person.name(), EmailAddress.of(person.email()), phone)));
    }
}
