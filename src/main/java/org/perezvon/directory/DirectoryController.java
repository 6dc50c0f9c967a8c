package org.perezvon.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory as a whole over HTTP: its file, its topics, agreements that end. */
@RestController
@RequestMapping("/api/directory")
@Tag(name = "Органы власти")
class DirectoryController {

    record WarningView(String agency, String agencyName, CardView.AgreementView agreement, boolean expired) {}

    record NewTopic(
            @NotBlank(message = "Укажите название темы") String title,

            @NotEmpty(message = "Укажите слова, по которым узнают тему")
            List<String> words) {}

    private final Directory directory;
    private final DirectoryFiles files;
    private final Agreements agreements;

    DirectoryController(Directory directory, DirectoryFiles files, Agreements agreements) {
        this.directory = directory;
        this.files = files;
        this.agreements = agreements;
    }

    @GetMapping("/file")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Весь справочник таблицей CSV")
    ResponseEntity<byte[]> told() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("directory.csv")
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(files.told());
    }

    @PostMapping("/file")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(
            summary = "Принять таблицу CSV: целиком или, если в ней есть ошибка, не принять ничего",
            description = "С dryRun=true только говорит, что изменилось бы. Столбцов, которых в файле нет, и органов,"
                    + " которых в нём нет, таблица не меняет.")
    DirectoryFiles.Report take(
            @RequestBody byte[] file, @RequestParam(defaultValue = "false") boolean dryRun, Principal by) {
        return dryRun ? files.tried(file) : files.taken(file, by.getName());
    }

    @GetMapping("/topics")
    @Operation(summary = "Темы, о которых говорят правила компетенции, и слова, по которым их узнают")
    List<Topic> topics() {
        return directory.topics();
    }

    @PutMapping("/topics/{code}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Завести тему или исправить её слова")
    Topic topic(@PathVariable String code, @Valid @RequestBody NewTopic entered) {
        Topic topic = new Topic(code, entered.title(), entered.words());
        directory.put(topic);
        return topic;
    }

    @GetMapping("/agreements")
    @Operation(summary = "Соглашения, которые кончились или скоро кончатся и ничем не заменены (T-2)")
    List<WarningView> agreements() {
        return agreements.warnings().stream()
                .map(warning -> new WarningView(
                        warning.agencyCode(),
                        warning.agencyName(),
                        CardView.AgreementView.of(warning.agreement()),
                        warning.expired()))
                .toList();
    }
}
