package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files with many items over HTTP. */
@RestController
@Tag(name = "Информационная база")
class ImportController {

    private final KnowledgeImports imports;

    ImportController(KnowledgeImports imports) {
        this.imports = imports;
    }

    @PostMapping("/api/knowledge/imports")
    @PreAuthorize("hasAnyRole('EDITOR', 'ADMINISTRATOR')")
    @Operation(
            summary = "Загрузить записи из docx, xlsx или csv: таблица записей или приложение K-21",
            description = "dryRun=true — только проверить. Ошибки названы по строкам; с ними не загружается ничего.")
    ResponseEntity<KnowledgeImports.Report> take(
            InputStream body,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) @Nullable String agency,
            Principal editor)
            throws IOException {
        byte[] file = body.readNBytes(ImportTable.LARGEST + 1);
        KnowledgeImports.Report report =
                dryRun ? imports.tried(file, agency) : imports.take(file, agency, editor.getName());
        boolean refused = !dryRun && !report.taken();
        return ResponseEntity.status(refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK)
                .body(report);
    }
}
