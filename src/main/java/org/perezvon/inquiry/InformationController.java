package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Directory;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Information requests (I-7.1) over HTTP. */
@RestController
@AgainOnCollision
@Tag(name = "Запросы сведений")
@PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'EDITOR', 'ADMINISTRATOR')")
class InformationController {

    private static final int LONGEST_TEXT = 10_000;

    record NewRequest(@Nullable String agency, @Nullable String text) {}

    private final InformationRequests requests;
    private final InquiryFiles files;
    private final Directory directory;
    private final Processes processes;

    InformationController(InformationRequests requests, InquiryFiles files, Directory directory, Processes processes) {
        this.requests = requests;
        this.files = files;
        this.directory = directory;
        this.processes = processes;
    }

    @PostMapping("/api/information-requests")
    @Operation(summary = "Запросить сведения у органа власти без вопроса гражданина (I-7.1)")
    ResponseEntity<InquiryView> ask(@RequestBody NewRequest entered, Principal person) {
        List<InvalidInput.Problem> problems = new ArrayList<>();
        String agency = entered.agency() == null ? "" : entered.agency().strip();
        if (directory.agency(agency).isEmpty()) {
            problems.add(new InvalidInput.Problem("agency", "Выберите орган власти"));
        }
        String text = entered.text() == null ? "" : entered.text().strip();
        if (text.isEmpty()) {
            problems.add(new InvalidInput.Problem("text", "Напишите, какие сведения нужны"));
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(new InvalidInput.Problem("text", "Текст длиннее " + LONGEST_TEXT + " знаков"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        InquiryId id = requests.ask(agency, text, person.getName());
        return ResponseEntity.created(URI.create("/api/inquiries/" + id))
                .body(files.find(id).orElseThrow());
    }

    @GetMapping("/api/information-requests/{id}")
    @Operation(summary = "Запрос сведений: письма, срок с объяснением, ответы")
    InquiryView request(@PathVariable String id) {
        return InquiryId.from(id)
                .flatMap(files::find)
                .filter(inquiry -> inquiry.kind() == RequestKind.INFORMATION_REQUEST)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого запроса сведений: «" + id + "»"));
    }

    @PostMapping("/api/tasks/{taskId}/information-read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Ответ на запрос сведений прочитан")
    public void read(@PathVariable String taskId, Principal person) {
        OpenTask task = processes
                .task(taskId)
                .filter(open -> open.definition().equals(InformationProcess.READ_TASK))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Такой задачи нет"));
        processes.complete(task, person.getName(), Facts.none());
    }
}
