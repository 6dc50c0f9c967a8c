package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What came with mails, over HTTP, each so that a browser can do no more with it than look or save. */
@RestController
@RequestMapping("/api/mails")
@Tag(name = "Письма")
@PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
class MailFileController {

    private static final Logger log = LoggerFactory.getLogger(MailFileController.class);

    private static final int MOST_FOUND = 100;

    private static final String NOTHING_AT_ALL = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** Its own pictures and its own looks, shown within our pages: no script, no form, no address of anybody. */
    private static final String LOOKS_ONLY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    record TextView(String text) {}

    private final Inbox inbox;
    private final MailFiles files;

    MailFileController(Inbox inbox, MailFiles files) {
        this.inbox = inbox;
        this.files = files;
    }

    @GetMapping("/{id}/files/{number}")
    @Operation(summary = "Файл из письма; только проверенный, если проверка на вирусы включена")
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable int number, Principal person) {
        MailFile file = files.find(id, number).orElseThrow(() -> missing("Нет такого файла: " + number));
        InputStream content = files.open(file);
        log.info("File {} of mail {} handed to {}", number, id, person.getName());
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
                .body(new InputStreamResource(content));
    }

    @GetMapping("/{id}/files/{number}/text")
    @Operation(summary = "Текст файла из письма, насколько он прочитан")
    TextView text(@PathVariable long id, @PathVariable int number) {
        return new TextView(files.text(id, number).orElseThrow(() -> missing("У файла " + number + " нет текста")));
    }

    @GetMapping("/{id}/html")
    @Operation(summary = "Письмо как страница: без сценариев, форм и всего, что пришлось бы загружать")
    ResponseEntity<String> html(@PathVariable long id) {
        String page = inbox.page(id, files.mayShowPictures(id)).orElseThrow(() -> missing("Нет такого письма: " + id));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", LOOKS_ONLY)
                .body(page);
    }

    @GetMapping("/files")
    @Operation(summary = "Файлы писем, в тексте которых есть эти слова, новые первыми")
    List<MailFiles.Hit> holding(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return q.isBlank() ? List.of() : files.holding(q.strip(), Math.max(1, Math.min(limit, MOST_FOUND)));
    }

    private static ResponseStatusException missing(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }
}
