package org.perezvon.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.worktime.CalendarYear;
import org.perezvon.worktime.OwnDays;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The directory over HTTP. */
@RestController
@RequestMapping("/api/agencies")
@Tag(name = "Органы власти")
class AgencyController {

    /**
     * An agency as somebody enters it; nothing is checked yet.
     *
     * @param responsible absent: whoever is responsible now remains so
     */
    record NewAgency(
            @Schema(example = "Министерство здравоохранения Иркутской области") @Nullable
            String name,

            @Schema(example = "Минздрав") @Nullable String shortName,

            @Schema(allowableValues = {"REGIONAL", "MUNICIPAL", "SUBORDINATE", "ONE_STOP_SHOP"}) @Nullable
            String kind,

            @Schema(description = "Часовой пояс по городу", example = "Asia/Irkutsk") @Nullable
            String zone,

            @Schema(
                    description =
                            "Производственные календари, от общего к частному; нерабочие дни самого органа не называют",
                    example = "[\"ru\", \"ru-IRK\"]")
            @Nullable
            List<@Nullable String> calendars,

            @Schema(description = "Начало обычного рабочего дня, по времени органа", example = "09:00") @Nullable
            String opens,

            @Schema(description = "Конец обычного рабочего дня; в сокращённый день — на час раньше", example = "18:00")
            @Nullable
            String closes,

            @Schema(description = "Обед каждого дня, который к этому времени ещё не кончился. Не указан — обеда нет")
            @Nullable
            NewLunch lunch,

            @Schema(
                    description = "Дни с другими часами: MONDAY … SUNDAY. Часы субботы и воскресенья действуют, когда"
                            + " календарь делает их рабочими. Не указаны — все дни одинаковы",
                    example = "{\"FRIDAY\": {\"opens\": \"09:00\", \"closes\": \"17:00\"}}")
            @Nullable
            Map<String, @Nullable NewDay> days,

            @Schema(
                    description =
                            "По чьим правилам считаются сроки. Не указана — по календарям и поясу: kz… — kazakhstan,"
                                    + " Asia/Tomsk — tomsk, иначе irkutsk",
                    example = "irkutsk",
                    pattern = Agency.JURISDICTION)
            @Nullable
            String jurisdiction,

            @Schema(
                    description = "Слова, по которым орган находит оператор",
                    example = "[\"поликлиника\", \"прививки\"]")
            @Nullable
            List<@Nullable String> topics,

            @Schema(description = "Ответственное лицо; не указано — остаётся прежнее") @Nullable
            NewPerson responsible,

            @Schema(description = "Код вышестоящего органа", example = "minzdrav") @Nullable
            String parent,

            @Schema(example = "Иркутская область") @Nullable String region,

            @Schema(description = "Телефон, на который переводят звонок (I-12)", example = "8 (3952) 12-34-56, доб. 7")
            @Nullable
            String phone,

            @Schema(description = "Руководитель: ему пишут о просрочке") @Nullable
            NewHead head) {}

    record NewHead(@Nullable String name, @Nullable String email) {}

    record NewLunch(
            @Schema(example = "13:00") @Nullable String from,
            @Schema(example = "14:00") @Nullable String to) {}

    /** @param off refused with an explanation: days off belong to the calendar */
    record NewDay(
            @Schema(example = "09:00") @Nullable String opens,
            @Schema(example = "17:00") @Nullable String closes,
            @Schema(hidden = true) @Nullable Boolean off) {}

    record NewPerson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record NewResponsible(
            @NotBlank(message = "Укажите фамилию, имя и отчество")
            String name,

            @NotBlank(message = "Укажите адрес электронной почты")
            String email,

            @Nullable String phone) {

        /** @throws InvalidInput when no letter can be sent there */
        ResponsiblePerson checked() {
            List<InvalidInput.Problem> problems = new ArrayList<>();
            EmailAddress address =
                    AgencyPolicy.parsed(email, "email", "Укажите адрес электронной почты", EmailAddress::of, problems);
            if (address == null) {
                throw new InvalidInput(problems);
            }
            return new ResponsiblePerson(
                    name, address, Optional.ofNullable(phone).filter(text -> !text.isBlank()));
        }
    }

    record OwnDay(
            @NotNull(message = "Укажите дату") LocalDate date,

            @NotBlank(message = "Укажите, какой это день: day-off, working-day, short-day или ordinary")
            String kind,

            @NotBlank(message = "Укажите причину, например: приказ руководителя от 20.11.2026 № 15")
            String reason) {}

    private final Directory directory;
    private final AgencyPolicy policy;
    private final OwnDays ownDays;

    AgencyController(Directory directory, AgencyPolicy policy, OwnDays ownDays) {
        this.directory = directory;
        this.policy = policy;
        this.ownDays = ownDays;
    }

    @GetMapping
    @Operation(summary = "Органы власти и их ответственные лица")
    List<AgencyView> agencies() {
        return directory.agencies().stream().map(AgencyView::of).toList();
    }

    @GetMapping("/{code}")
    @Operation(summary = "Один орган власти: часы работы, обед, календари, ответственное лицо")
    AgencyView agency(@PathVariable String code) {
        return directory.agency(code).map(AgencyView::of).orElseThrow(() -> missing(code));
    }

    @PutMapping("/{code}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(
            summary = "Завести орган власти или исправить сведения о нём",
            description =
                    "Передают всё сразу: чего нет, того у органа больше нет, кроме ответственного лица. Другие часы,"
                            + " пояс или календари меняют сроки органа.")
    AgencyView put(@PathVariable String code, @RequestBody NewAgency entered, Principal person) {
        directory.put(
                policy.check(code, entered, other -> directory.agency(other).isPresent()), person.getName());
        return AgencyView.of(directory.agency(code).orElseThrow());
    }

    @PostMapping("/{code}/responsible")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Назначить ответственное лицо (I-3.1)")
    AgencyView name(@PathVariable String code, @Valid @RequestBody NewResponsible person, Principal by) {
        if (directory.agency(code).isEmpty()) {
            throw missing(code);
        }
        return AgencyView.of(directory.name(code, person.checked(), by.getName()));
    }

    @PostMapping("/{code}/days")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(
            summary = "Предложить собственный день органа: нерабочий, рабочий, сокращённый",
            description = "Ничего не меняет, пока предложение не подтвердят среди календарей.")
    Map<String, Long> proposeDay(@PathVariable String code, @Valid @RequestBody OwnDay day, Principal person) {
        Agency agency = directory.agency(code).orElseThrow(() -> missing(code));
        return Map.of(
                "proposal",
                ownDays.propose(
                        agency.ownLayer(),
                        agency.calendars(),
                        day.date(),
                        day.kind(),
                        day.reason().strip(),
                        person.getName()));
    }

    @GetMapping("/{code}/calendar/{year}")
    @Operation(summary = "Все дни года по календарям органа и его собственным дням")
    CalendarYear calendar(@PathVariable String code, @PathVariable int year) {
        Agency agency = directory.agency(code).orElseThrow(() -> missing(code));
        return ownDays.year(agency.ownLayer(), agency.calendars(), year);
    }

    private static ResponseStatusException missing(String code) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет органа власти с кодом «" + code + "»");
    }
}
