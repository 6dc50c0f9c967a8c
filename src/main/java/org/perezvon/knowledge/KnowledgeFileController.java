package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.perezvon.kernel.InvalidInput;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Files of items over HTTP: always saved, never shown by the browser. */
@RestController
@RequestMapping("/api/knowledge")
@Tag(name = "Информационная база")
class KnowledgeFileController {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final String MAY_PUBLISH = "hasAnyRole('EDITOR', 'ADMINISTRATOR')";

    /** @param state whether it may be opened, in Russian */
    record FileView(int number, String name, long bytes, boolean mayBeOpened, String state) {}

    private final KnowledgeFiles files;

    KnowledgeFileController(KnowledgeFiles files) {
        this.files = files;
    }

    @GetMapping("/versions/{version}/files")
    @Operation(summary = "Файлы одной версии записи")
    List<FileView> files(@PathVariable long version) {
        return files.of(version).stream().map(this::view).toList();
    }

    @GetMapping("/versions/{version}/files/{number}")
    @Operation(summary = "Файл записи")
    ResponseEntity<Resource> file(@PathVariable long version, @PathVariable int number) {
        KnowledgeFile file = files.find(version, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого файла"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(files.open(file)));
    }

    @PostMapping("/items/{item}/files")
    @PreAuthorize(MAY_PUBLISH)
    @Operation(
            summary = "Приложить файл к записи: она получает следующую версию",
            description = "Тело — файл, до 20 МБ.")
    List<FileView> attach(@PathVariable long item, @RequestParam String name, InputStream body, Principal editor)
            throws IOException {
        byte[] content = body.readNBytes(LARGEST + 1);
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        if (content.length == 0 || content.length > LARGEST) {
            throw refused("file", content.length == 0 ? "Файл пуст" : "Файл больше 20 МБ");
        }
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw refused("name", "Назовите файл; имя не длиннее " + LONGEST_NAME + " знаков");
        }
        return files(files.attach(item, plain, content, editor.getName()).id());
    }

    @DeleteMapping("/items/{item}/files/{number}")
    @PreAuthorize(MAY_PUBLISH)
    @Operation(summary = "Убрать файл из записи: прежние версии его сохраняют")
    List<FileView> detach(@PathVariable long item, @PathVariable int number, Principal editor) {
        return files(files.detach(item, number, editor.getName()).id());
    }

    private FileView view(KnowledgeFile file) {
        var state = files.state(file);
        return new FileView(file.number(), file.name(), file.bytes(), state.mayBeOpened(), state.words());
    }

    private static InvalidInput refused(String field, String why) {
        return new InvalidInput(List.of(new InvalidInput.Problem(field, why)));
    }
}
