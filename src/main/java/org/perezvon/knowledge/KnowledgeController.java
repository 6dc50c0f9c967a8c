package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The information base over HTTP: search while the citizen is on the line (I-9). */
@RestController
@RequestMapping("/api/knowledge")
@Tag(name = "Информационная база")
class KnowledgeController {

    record TemplateView(
            long id,
            String title,
            String answer,
            AgencyView agency,
            String source,
            int version,
            @Nullable LocalDate validUntil) {}

    record AgencyView(String code, String name) {}

    private final KnowledgeBase knowledge;
    private final Directory directory;

    KnowledgeController(KnowledgeBase knowledge, Directory directory) {
        this.knowledge = knowledge;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "Поиск шаблонов ответа по мере набора")
    List<TemplateView> search(@RequestParam String q, @RequestParam(defaultValue = "8") int limit) {
        return knowledge.search(q, limit).stream().map(this::view).toList();
    }

    private TemplateView view(AnswerTemplate template) {
        String agencyName =
                directory.agency(template.agencyCode()).map(Agency::shortName).orElse(template.agencyCode());
        return new TemplateView(
                template.id(),
                template.title(),
                template.answer(),
                new AgencyView(template.agencyCode(), agencyName),
                template.source(),
                template.version(),
                template.validUntil().orElse(null));
    }
}
