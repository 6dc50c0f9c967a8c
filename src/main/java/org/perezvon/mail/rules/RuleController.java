package org.perezvon.mail.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.inbound.OwnRule;
import org.perezvon.mail.inbound.RuleTrial;
import org.perezvon.mail.inbound.Saying;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** By which words mails are read, over HTTP. */
@RestController
@RequestMapping("/api/mail-room/rules")
@Tag(name = "Почта")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class RuleController {

    private static final int SHOWN = 500;

    /** What a rule may be about, and how people call it. */
    record SayingView(Saying saying, String inRussian) {}

    record RulesView(List<SayingView> sayings, List<RuleStore.Kept> rules) {}

    record RuleRequest(
            @NotNull(message = "Выберите, о чём правило") @Nullable
            Saying saying,

            @NotNull(message = "Напишите слова") @Nullable String words,

            @Nullable String sender) {

        OwnRule rule() {
            if (saying == null || words == null) {
                throw new IllegalStateException("A rule without words has passed validation");
            }
            return new OwnRule(saying, words, sender == null ? "" : sender);
        }
    }

    /**
     * @param add new rules
     * @param takeBack ids of rules that shall not hold any more
     * @param despite also when some example would be read worse than before
     */
    record ChangeRequest(
            @Size(max = 100, message = "Не больше 100 правил за раз") @Nullable
            List<@Valid RuleRequest> add,

            @Size(max = 1000, message = "Не больше 1000 правил за раз") @Nullable
            List<Long> takeBack,

            boolean despite) {

        List<OwnRule> added() {
            return add == null ? List.of() : add.stream().map(RuleRequest::rule).toList();
        }

        List<Long> takenBack() {
            return takeBack == null ? List.of() : takeBack;
        }
    }

    /** An example that is read otherwise, with its kinds as people call them. */
    record DifferenceView(String letter, String right, String before, String after, boolean worse) {

        static DifferenceView of(RuleTrial.Difference difference) {
            return new DifferenceView(
                    difference.letter(),
                    inRussian(difference.right()),
                    inRussian(difference.before()),
                    inRussian(difference.after()),
                    difference.isWorse());
        }

        private static String inRussian(MailKind kind) {
            return kind.inRussian();
        }
    }

    /** @param version 0 when nothing was changed */
    record OutcomeView(String summary, boolean worse, List<DifferenceView> differences, long version) {

        static OutcomeView of(RuleTrial.Report report, long version) {
            return new OutcomeView(
                    report.inRussian(),
                    report.isWorse(),
                    report.differences().stream().map(DifferenceView::of).toList(),
                    version);
        }
    }

    private final RuleBook book;

    RuleController(RuleBook book) {
        this.book = book;
    }

    @GetMapping
    @Operation(summary = "Правила чтения: свои и убранные, с тем, кто и когда их изменил")
    RulesView rules() {
        return new RulesView(
                Arrays.stream(Saying.values())
                        .map(saying -> new SayingView(saying, saying.inRussian()))
                        .toList(),
                book.history(SHOWN));
    }

    @PostMapping("/trial")
    @Operation(summary = "Попробовать изменение на примерах, ничего не меняя")
    OutcomeView attempt(@Valid @RequestBody ChangeRequest change) {
        try {
            return OutcomeView.of(book.attempt(change.added(), change.takenBack()), 0);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(e);
        }
    }

    @PostMapping
    @Operation(summary = "Изменить правила; ничего не меняется (version 0), если какой-то пример станет читаться хуже")
    OutcomeView change(@Valid @RequestBody ChangeRequest change, Principal person) {
        try {
            RuleBook.Outcome outcome =
                    book.change(change.added(), change.takenBack(), change.despite(), person.getName());
            return OutcomeView.of(outcome.report(), outcome.version());
        } catch (IllegalArgumentException e) {
            throw notUnderstood(e);
        }
    }

    private static ResponseStatusException notUnderstood(IllegalArgumentException e) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
}
