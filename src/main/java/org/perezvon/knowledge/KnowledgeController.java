package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    /**
     * An answer as somebody enters it; nothing is checked yet.
     *
     * @param agency code of the agency that answers for it
     * @param validUntil last day on which it may be read out; absent: until further notice
     */
    record NewTemplate(
            @Nullable String agency,
            @Nullable String title,
            @Nullable String answer,
            @Nullable String source,
            @Nullable String validUntil) {}

    private final KnowledgeBase knowledge;
    private final Directory directory;
    private final PublicationPolicy policy;

    KnowledgeController(KnowledgeBase knowledge, Directory directory, PublicationPolicy policy) {
        this.knowledge = knowledge;
        this.directory = directory;
        this.policy = policy;
    }

    @GetMapping
    @Operation(summary = "Поиск шаблонов ответа по мере набора")
    List<TemplateView> search(@RequestParam String q, @RequestParam(defaultValue = "8") int limit) {
        return knowledge.search(q, limit).stream().map(this::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('EDITOR', 'ADMINISTRATOR')")
    @Operation(summary = "Опубликовать шаблон ответа; под тем же заголовком — следующей версией (I-2)")
    TemplateView publish(@RequestBody NewTemplate entered) {
        PublicationPolicy.Publication checked = policy.check(entered);
        return view(knowledge.publish(
                checked.agencyCode(), checked.title(), checked.answer(), checked.source(), checked.validUntil()));
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
