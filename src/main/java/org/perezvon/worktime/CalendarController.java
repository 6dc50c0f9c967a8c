package org.perezvon.worktime;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Working calendars over HTTP: look at them, propose another, confirm it. */
@RestController
@RequestMapping("/api/calendars")
@Tag(name = "Производственные календари")
class CalendarController {

    /** @param kind {@code ordinary}: what the weekday and the layers below say */
    record OneDay(
            @NotBlank(message = "Укажите календарь, например ru-IRK")
            String layer,

            @NotNull(message = "Укажите дату") LocalDate date,

            @NotBlank(message = "Укажите, какой это день: day-off, holiday, working-day, short-day или ordinary")
            String kind,

            @NotBlank(message = "Укажите причину и акт, например: указ Губернатора от 20.11.2026 № 300-уг")
            String reason) {}

    record Region(
            @Pattern(regexp = "[a-z]{2}-[A-Z]{2,3}", message = "Код календаря региона пишут как ru-TOM")
            @NotNull(message = "Укажите код календаря региона, например ru-TOM")
            String layer,

            @NotBlank(message = "Укажите, чей это календарь, в родительном падеже: Томской области")
            String title) {}

    record Confirmation(@Nullable String note) {}

    private final CalendarDesk desk;
    private final CalendarViews views;

    CalendarController(CalendarDesk desk, CalendarViews views) {
        this.desk = desk;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "Действующие календари по слоям и годам")
    List<CalendarViews.LayerView> all() {
        return views.layers();
    }

    @GetMapping("/{layer}/{year}")
    @Operation(summary = "Все дни года с учётом нижних слоёв")
    CalendarYear year(@PathVariable String layer, @PathVariable int year) {
        return views.year(layer, year);
    }

    @GetMapping("/{layer}/{year}/versions")
    @Operation(summary = "Все редакции года: кто и когда ввёл в действие")
    List<CalendarViews.VersionView> versions(@PathVariable String layer, @PathVariable int year) {
        return views.versions(layer, year);
    }

    @PostMapping("/regions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Завести календарь региона поверх календаря страны")
    void addRegion(@Valid @RequestBody Region region, Principal person) {
        desk.addRegion(region.layer(), region.title().strip(), person.getName());
    }

    @PostMapping("/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(
            summary = "Предложить календарь на год файлом: CSV, XML или JSON xmlcalendar.ru, XML 1С",
            description = "Тело запроса — сам файл. Ничего не меняет, пока предложение не подтвердят.")
    CalendarViews.ProposalView propose(
            @RequestParam String layer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @Nullable Integer workingDays,
            @RequestParam(required = false) @Nullable BigDecimal hours,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestBody(required = false) byte @Nullable [] file,
            Principal person) {
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            throw new UnreadableCalendar(
                    "Файл пришёл как поля формы. Пошлите его с заголовком Content-Type: application/octet-stream.");
        }
        Checksum totals = Checksum.entered(Optional.ofNullable(workingDays), Optional.ofNullable(hours));
        CalendarFile calendar = new CalendarFile(file == null ? new byte[0] : file, layer, year, act);
        return views.proposal(desk.propose(calendar, List.of(totals), person.getName()));
    }

    @PostMapping("/days")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Предложить один день: указ главы региона, перенос, отмена")
    CalendarViews.ProposalView proposeDay(@Valid @RequestBody OneDay day, Principal person) {
        if (Layer.isOwn(day.layer())) {
            throw new IllegalArgumentException(
                    "Собственный день органа вносят в его карточке:" + " POST /api/agencies/{code}/days");
        }
        return views.proposal(desk.proposeDay(
                day.layer(),
                CalendarDesk.beneath(day.layer()),
                day.date(),
                day.kind().equals("ordinary") ? null : Mark.Kind.of(day.kind()),
                day.reason().strip(),
                person.getName()));
    }

    @GetMapping("/proposals")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Предложения, по которым нет решения")
    List<CalendarViews.ProposalView> open() {
        return desk.open().stream().map(views::proposal).toList();
    }

    @GetMapping("/proposals/{id}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Предложение: разница с действующим календарём и проверки")
    CalendarViews.ProposalView proposal(@PathVariable long id) {
        return views.proposal(desk.proposal(id));
    }

    @PostMapping("/proposals/{id}/confirmation")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Ввести в действие; открытые запросы пересчитываются")
    Map<String, Long> confirm(
            @PathVariable long id, @RequestBody(required = false) @Nullable Confirmation words, Principal person) {
        return Map.of("edition", desk.confirm(id, person.getName(), words == null ? null : words.note()));
    }

    @DeleteMapping("/proposals/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Отложить предложение: оно останется в истории")
    void putAway(@PathVariable long id, Principal person) {
        desk.putAway(id, person.getName());
    }
}
