package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.mail.MailKind;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What people decide about an agency's letter that is no answer; the decision and the finished task commit together. */
@RestController
@AgainOnCollision
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Задачи")
@Transactional
@PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
class ReplyTaskController {

    private static final int LONGEST_TEXT = 10_000;

    /** @param mailId the letter the task is about, as the task's variable names it; absent: the last of its kind */
    record Clarification(@Nullable Long mailId, @Nullable String text) {}

    /**
     * @param decision {@code other}, {@code insist} or {@code close}
     * @param agency the code of the agency to be asked instead
     */
    record RefusalDecision(
            @Nullable Long mailId,
            @Nullable String decision,
            @Nullable String agency,
            @Nullable String note) {}

    /** @param until from when the absent person is back */
    record Deputy(
            @Nullable Long mailId,
            @Nullable Boolean confirmed,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Instant until) {}

    record Answer(@Nullable Long mailId) {}

    private final Processes processes;
    private final Inquiries inquiries;
    private final AgencyReplies replies;
    private final Deputies deputies;
    private final RedirectionPolicy redirections;
    private final Clock clock;

    ReplyTaskController(
            Processes processes,
            Inquiries inquiries,
            AgencyReplies replies,
            Deputies deputies,
            RedirectionPolicy redirections,
            Clock clock) {
        this.processes = processes;
        this.inquiries = inquiries;
        this.replies = replies;
        this.deputies = deputies;
        this.redirections = redirections;
        this.clock = clock;
    }

    @PostMapping("/clarification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ответ оператора на уточняющий вопрос органа: уходит письмом в той же переписке")
    public void clarify(@PathVariable String taskId, @RequestBody Clarification answer, Principal person) {
        OpenTask task = task(taskId, "userTask_clarify");
        Resolution resolution = Resolution.of(Resolution.Kind.CLARIFY, person.getName(), clock.instant())
                .about(mail(task, answer.mailId(), MailKind.CLARIFICATION))
                .saying(Optional.of(text(answer.text(), "text", "Напишите, что ответить органу")));
        finish(task, person, inquiries.decided(inquiry(task), resolution), Facts.none());
    }

    @PostMapping("/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Решение об отказе органа: спросить другой орган (other), настоять (insist), закрыть (close)")
    public void decide(@PathVariable String taskId, @RequestBody RefusalDecision decision, Principal person) {
        OpenTask task = task(taskId, "userTask_decideRefusal");
        Resolution resolution = redirections
                .resolution(inquiry(task), decision, person.getName(), clock.instant())
                .about(mail(task, decision.mailId(), MailKind.REFUSAL));
        finish(
                task,
                person,
                inquiries.decided(inquiry(task), resolution),
                Facts.of(InquiryProcess.REFUSAL_DECISION, String.valueOf(decision.decision()))
                        .and(InquiryProcess.ALREADY_ASKED, resolution.kind() == Resolution.Kind.ALREADY_ASKED));
    }

    @PostMapping("/deputy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Заместитель из автоответа: подтвердить (запрос уйдёт и ему) или отклонить")
    public void confirm(@PathVariable String taskId, @RequestBody Deputy deputy, Principal person) {
        OpenTask task = task(taskId, "userTask_confirmDeputy");
        boolean confirmed = Boolean.TRUE.equals(deputy.confirmed());
        Optional<Long> mail = mail(task, deputy.mailId(), MailKind.AUTO_REPLY);
        long resolution = confirmed
                ? deputies.confirm(inquiry(task), person.getName(), mail, named(deputy), until(deputy))
                : inquiries.decided(
                        inquiry(task),
                        Resolution.of(Resolution.Kind.NO_DEPUTY, person.getName(), clock.instant())
                                .about(mail));
        finish(task, person, resolution, Facts.of(InquiryProcess.DEPUTY_CONFIRMED, confirmed));
    }

    @PostMapping("/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Письмо, о котором задача, — всё-таки ответ по существу: запрос отвечен, задача закрывается")
    public void isTheAnswer(@PathVariable String taskId, @RequestBody Answer answer) {
        OpenTask task = task(taskId, "userTask_clarify", "userTask_decideRefusal");
        MailKind kind = task.definition().equals("userTask_clarify") ? MailKind.CLARIFICATION : MailKind.REFUSAL;
        long mail = mail(task, answer.mailId(), kind).orElseThrow(() -> refused("mailId", "Не указано письмо"));
        replies.isTheAnswer(inquiry(task), mail);
    }

    /** The one the form names, otherwise the last of its kind. */
    private Optional<Long> mail(OpenTask task, @Nullable Long named, MailKind kind) {
        return Optional.ofNullable(named).or(() -> replies.last(inquiry(task), kind));
    }

    private void finish(OpenTask task, Principal person, long resolution, Facts facts) {
        processes.complete(task, person.getName(), facts.and(InquiryProcess.RESOLUTION, resolution));
    }

    private static ResponsiblePerson named(Deputy deputy) {
        String email = text(deputy.email(), "email", "Укажите адрес заместителя");
        return new ResponsiblePerson(
                text(deputy.name(), "name", "Укажите фамилию, имя и отчество заместителя"),
                EmailAddress.from(email).orElseThrow(() -> refused("email", "Это не адрес почты: «" + email + "»")),
                Optional.ofNullable(deputy.phone()).map(String::strip).filter(phone -> !phone.isEmpty()));
    }

    private Instant until(Deputy deputy) {
        if (deputy.until() == null || !deputy.until().isAfter(clock.instant())) {
            throw refused("until", "Укажите, до какого дня замещает: этот день ещё не должен пройти");
        }
        return deputy.until();
    }

    private static String text(@Nullable String entered, String field, String whenMissing) {
        String text = entered == null ? "" : entered.strip();
        if (text.isEmpty()) {
            throw refused(field, whenMissing);
        }
        if (text.length() > LONGEST_TEXT) {
            throw refused(field, "Текст длиннее " + LONGEST_TEXT + " знаков");
        }
        return text;
    }

    private OpenTask task(String taskId, String... definitions) {
        return processes
                .task(taskId)
                .filter(task -> List.of(definitions).contains(task.definition()))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: она завершена, или пришёл ответ органа"));
    }

    private static InquiryId inquiry(OpenTask task) {
        return InquiryId.parse(task.businessKey());
    }

    private static InvalidInput refused(String field, String message) {
        return new InvalidInput(List.of(new InvalidInput.Problem(field, message)));
    }
}
