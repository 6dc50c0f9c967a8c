package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Cases over HTTP, without the people who called. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Обращения")
@PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
class CaseController {

    private static final int MOST = 200;

    /** @param next behind which the next page begins; absent on the last */
    record Page(List<Line> cases, @Nullable String next) {}

    record Line(
            String number,
            Instant calledAt,
            String registeredBy,
            String text,
            List<String> agencies,
            QuestionView.State state,
            @Nullable String outcome,
            @Nullable Instant due,
            boolean late,
            boolean stuck) {}

    private final Cases cases;
    private final QuestionFiles files;

    CaseController(Cases cases, QuestionFiles files) {
        this.cases = cases;
        this.files = files;
    }

    @GetMapping
    @Operation(
            summary = "Обращения, новые сверху",
            description =
                    "Имени и телефона гражданина здесь нет. late — ответ органа просрочен; stuck — письмо не ушло за 15"
                            + " минут, не доставлено, орган отказался или гражданину четыре часа не перезвонили.")
    Page page(
            @Parameter(description = "Номер обращения или запроса, или его конец: 2026-000123, 123")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "Код органа") @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) QuestionView.@Nullable State state,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean stuck,
            @Parameter(description = "Номер последнего из уже показанных") @RequestParam(required = false) @Nullable
                    String behind,
            @RequestParam(defaultValue = "50") int limit) {
        int asked = Math.max(1, Math.min(limit, MOST));
        List<CaseLine> found = cases.page(
                q,
                Optional.ofNullable(agency).filter(code -> !code.isBlank()),
                Optional.ofNullable(state),
                late,
                stuck,
                Optional.ofNullable(behind),
                asked + 1);
        Map<String, String> agencies = cases.agencies();
        List<Line> lines =
                found.stream().limit(asked).map(each -> line(each, agencies)).toList();
        return new Page(lines, found.size() > asked ? lines.get(asked - 1).number() : null);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Одно обращение: запросы, письма, сроки с расчётом, ответы",
            description = "Имени и телефона гражданина здесь нет.")
    CaseView one(@PathVariable String number) {
        return files.find(RegistrationNumber.parse(number))
                .map(CaseView::of)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет обращения с номером «" + number + "»"));
    }

    private static Line line(CaseLine each, Map<String, String> agencies) {
        return new Line(
                each.number(),
                each.calledAt(),
                each.registeredBy(),
                each.text(),
                each.agencies().stream()
                        .map(code -> agencies.getOrDefault(code, code))
                        .toList(),
                each.state(),
                each.outcome().map(Question.Outcome::inRussian).orElse(null),
                each.due().orElse(null),
                each.late(),
                each.stuck());
    }
}
