package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailFiles;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Drafts of the information base over HTTP: news that came by mail, answers worth keeping. */
@RestController
@RequestMapping("/api/knowledge")
@Tag(name = "Информационная база")
class DraftController {

    private static final String MAY_READ = "hasAnyRole('EDITOR', 'SUPERVISOR', 'ADMINISTRATOR')";
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 50_000;
    private static final String NOTHING_AT_ALL = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /**
     * An answer somebody wants to keep for everybody.
     *
     * @param inquiry id of the inquiry whose answer it is
     * @param source absent: the agency's answer itself
     */
    record KeptAnswer(
            @Nullable String question,
            @Nullable String inquiry,
            @Nullable String agency,
            @Nullable String title,
            @Nullable String answer,
            @Nullable String source) {}

    /** @param item absent: compared with nothing */
    record Compared(@Nullable Long item, @Nullable String answer) {}

    record OpenDraft(
            long id,
            String originTitle,
            Draft.State state,
            String title,
            @Nullable String agency,
            Instant due) {}

    private final Drafts drafts;
    private final DraftViews views;
    private final KnowledgeBase knowledge;
    private final Directory directory;
    private final MailFiles files;

    DraftController(Drafts drafts, DraftViews views, KnowledgeBase knowledge, Directory directory, MailFiles files) {
        this.drafts = drafts;
        this.views = views;
        this.knowledge = knowledge;
        this.directory = directory;
        this.files = files;
    }

    @GetMapping("/drafts")
    @PreAuthorize(MAY_READ)
    @Operation(summary = "Черновики, о которых ещё не решили, срочные первыми")
    List<OpenDraft> open(@RequestParam(defaultValue = "100") int limit) {
        return drafts.open(Math.max(1, Math.min(limit, 500))).stream()
                .map(draft -> new OpenDraft(
                        draft.id(),
                        draft.origin().title(),
                        draft.state(),
                        draft.proposal().title(),
                        draft.proposal().agency().orElse(null),
                        draft.due()))
                .toList();
    }

    @GetMapping("/drafts/{id}")
    @PreAuthorize(MAY_READ)
    @Operation(summary = "Черновик рядом с действующей записью: разница, письма, срок (I-4.2)")
    DraftView draft(@PathVariable long id) {
        return views.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет черновика № " + id));
    }

    @PostMapping("/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'EDITOR', 'ADMINISTRATOR')")
    @Operation(summary = "Сохранить ответ органа в базу: черновик уходит ответственному лицу на согласование")
    OpenDraft keep(@RequestBody KeptAnswer entered, Principal person) {
        List<InvalidInput.Problem> problems = new ArrayList<>();
        String agency = stripped(entered.agency());
        if (directory.agency(agency).isEmpty()) {
            problems.add(new InvalidInput.Problem("keep.agency", "Выберите, чей это ответ"));
        }
        String title =
                required(entered.title(), "keep.title", "Напишите вопрос, как его задают", LONGEST_TITLE, problems);
        String answer = required(entered.answer(), "keep.answer", "Напишите ответ для всех", LONGEST_TEXT, problems);
        String inquiry = required(entered.inquiry(), "keep.agency", "Выберите, чей это ответ", LONGEST_TITLE, problems);
        personal(title, "keep.title", problems);
        personal(answer, "keep.answer", problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        String source = stripped(entered.source());
        Proposal proposal = new Proposal(
                ItemKind.TEMPLATE,
                Optional.of(agency),
                title,
                answer,
                source.isEmpty() ? "Ответ органа власти на запрос контакт-центра" : source,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Draft draft =
                drafts.keep(new Draft.KeptAnswer(stripped(entered.question()), inquiry), proposal, person.getName());
        return new OpenDraft(draft.id(), draft.origin().title(), draft.state(), title, agency, draft.due());
    }

    @PostMapping("/comparison")
    @PreAuthorize(MAY_READ)
    @Operation(summary = "Чем текст отличается от действующей версии записи, слово за словом")
    List<Comparison.Piece> compare(@RequestBody Compared compared) {
        Long item = compared.item();
        String before = item == null
                ? ""
                : knowledge
                        .item(item)
                        .map(found -> found.current().edition().text())
                        .orElse("");
        String after = compared.answer() == null ? "" : compared.answer();
        return Comparison.of(before, after.substring(0, Math.min(after.length(), LONGEST_TEXT)));
    }

    /** Never shown by the browser, always saved: a stranger sent it. */
    @GetMapping("/drafts/{id}/files/{mail}/{number}")
    @PreAuthorize(MAY_READ)
    @Operation(summary = "Файл, пришедший с письмом о черновике")
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable long mail, @PathVariable int number) {
        MailFile file = drafts.find(id)
                .filter(draft -> draft.mails().stream().anyMatch(about -> about.mailId() == mail))
                .flatMap(draft -> files.find(mail, number))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого файла"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_AT_ALL)
                .body(new InputStreamResource(files.open(file)));
    }

    private static void personal(String text, String field, List<InvalidInput.Problem> problems) {
        List<String> found = PersonalSigns.in(text);
        if (!found.isEmpty()) {
            problems.add(new InvalidInput.Problem(
                    field,
                    "Похоже, здесь " + String.join(", ", found)
                            + ": в базе, которую читают всем, личных данных быть не должно (152-ФЗ)"));
        }
    }

    private static String required(
            @Nullable String entered,
            String field,
            String whenMissing,
            int longest,
            List<InvalidInput.Problem> problems) {
        String text = stripped(entered);
        if (text.isEmpty()) {
            problems.add(new InvalidInput.Problem(field, whenMissing));
        } else if (text.length() > longest) {
            problems.add(new InvalidInput.Problem(field, "Длиннее " + longest + " знаков"));
        }
        return text;
    }

    private static String stripped(@Nullable String entered) {
        return entered == null
                ? ""
                : entered.replaceAll("[\\p{Cntrl}&&[^\n\r\t]]", "").strip();
    }
}
