package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The information base over HTTP: search while the citizen is on the line (I-9), items and their versions. */
@RestController
@RequestMapping("/api/knowledge")
@Tag(name = "Информационная база")
class KnowledgeController {

    private static final int ON_A_SHELF = 50;
    private static final String MAY_PUBLISH = "hasAnyRole('EDITOR', 'ADMINISTRATOR')";

    /**
     * An edition as somebody enters it; nothing is checked yet.
     *
     * @param kind absent: an answer template
     * @param agency code of the agency that answers for it
     * @param validFrom first day on which it may be read out; absent: at once
     * @param validUntil last day on which it may be read out; absent: until further notice
     * @param why what has changed, for the history
     */
    record NewItem(
            @Nullable String kind,
            @Nullable String agency,
            @Nullable String title,
            @Nullable String answer,
            @Nullable List<String> steps,
            @Nullable String source,
            @Nullable List<String> topics,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String why) {}

    /** One version of an item, who published it and why. */
    record VersionView(
            long id,
            int version,
            ItemKind kind,
            String title,
            String answer,
            List<String> steps,
            List<String> topics,
            ItemView.OwnerView agency,
            String source,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            boolean current,
            Instant publishedAt,
            String publishedBy,
            String why) {}

    private final KnowledgeBase knowledge;
    private final Directory directory;
    private final PublicationPolicy policy;
    private final SearchMisses misses;

    KnowledgeController(KnowledgeBase knowledge, Directory directory, PublicationPolicy policy, SearchMisses misses) {
        this.misses = misses;
        this.knowledge = knowledge;
        this.directory = directory;
        this.policy = policy;
    }

    @GetMapping
    @Operation(summary = "Поиск по мере набора: формы слов, опечатки, другая раскладка, сокращения")
    List<ItemView> search(@RequestParam String q, @RequestParam(defaultValue = "8") int limit, Principal person) {
        List<FoundItem> items = knowledge.search(q, limit);
        misses.heard(person.getName(), q, !items.isEmpty());
        return items.stream().map(found -> view(found.item(), found.snippet())).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(MAY_PUBLISH)
    @Operation(summary = "Опубликовать запись; под тем же заголовком того же органа — следующей версией (I-2)")
    ItemView publish(@RequestBody NewItem entered, Principal editor) {
        PublicationPolicy.Publication checked = policy.check(entered);
        return item(knowledge
                .publish(checked.edition(), editor.getName(), checked.why())
                .itemId());
    }

    /** @param next what to pass as {@code behind} for those that follow; absent: these are the last */
    record ShelfView(List<ItemView> items, @Nullable Long next) {}

    @GetMapping("/items")
    @Operation(summary = "Записи базы, новые первыми, страницами по 50")
    ShelfView browse(
            @RequestParam Optional<String> agency,
            @RequestParam Optional<ItemKind> kind,
            @RequestParam Optional<ItemView.State> state,
            @RequestParam Optional<Long> behind) {
        List<KnowledgeItem> found = knowledge.browse(
                new Shelf(agency.filter(code -> !code.isBlank()), kind, state), behind, ON_A_SHELF + 1);
        List<KnowledgeItem> shown = found.subList(0, Math.min(found.size(), ON_A_SHELF));
        return new ShelfView(
                shown.stream().map(item -> view(item, List.of())).toList(),
                found.size() > ON_A_SHELF ? shown.get(ON_A_SHELF - 1).id() : null);
    }

    @GetMapping("/items/{item}")
    @Operation(summary = "Запись, как она есть сейчас")
    ItemView item(@PathVariable long item) {
        return knowledge.item(item).map(found -> view(found, List.of())).orElseThrow(() -> missing(item));
    }

    @PutMapping("/items/{item}")
    @PreAuthorize(MAY_PUBLISH)
    @Operation(summary = "Опубликовать следующую версию записи")
    ItemView publishNext(@PathVariable long item, @RequestBody NewItem entered, Principal editor) {
        PublicationPolicy.Publication checked = policy.check(entered);
        knowledge.publish(item, checked.edition(), editor.getName(), checked.why());
        return item(item);
    }

    @DeleteMapping("/items/{item}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(MAY_PUBLISH)
    @Operation(summary = "Убрать запись из базы: её больше не находят, но сказанное остаётся доказуемым (I-8)")
    void retire(@PathVariable long item, @RequestParam String why, Principal editor) {
        knowledge.retire(item, editor.getName(), policy.reason(why));
    }

    @GetMapping("/items/{item}/versions")
    @Operation(summary = "Все версии записи, новые первыми: кто, когда, почему")
    List<VersionView> versions(@PathVariable long item) {
        List<VersionView> versions =
                knowledge.versions(item).stream().map(this::view).toList();
        if (versions.isEmpty()) {
            throw missing(item);
        }
        return versions;
    }

    @GetMapping("/items/{item}/difference")
    @Operation(summary = "Что в одной версии записи сказано иначе, чем в другой, слово за словом")
    List<Comparison.Piece> difference(@PathVariable long item, @RequestParam int from, @RequestParam int to) {
        return Comparison.of(whole(item, from), whole(item, to));
    }

    private String whole(long item, int number) {
        return knowledge.versions(item).stream()
                .filter(version -> version.number() == number)
                .map(KnowledgeVersion::edition)
                .map(edition -> edition.title() + "\n\n" + edition.wholeText())
                .findFirst()
                .orElseThrow(() -> missing(item));
    }

    private static ResponseStatusException missing(long item) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет записи № " + item + " в информационной базе");
    }

    private ItemView view(KnowledgeItem item, List<FoundItem.Piece> snippet) {
        return ItemView.of(item, owner(item.current().edition().agencyCode()), knowledge.today(), snippet);
    }

    private ItemView.OwnerView owner(String code) {
        return new ItemView.OwnerView(
                code, directory.agency(code).map(Agency::shortName).orElse(code));
    }

    private VersionView view(KnowledgeVersion version) {
        Edition edition = version.edition();
        return new VersionView(
                version.id(),
                version.number(),
                edition.kind(),
                edition.title(),
                edition.text(),
                edition.steps(),
                edition.topics(),
                owner(edition.agencyCode()),
                edition.source(),
                edition.validity().from().orElse(null),
                edition.validity().until().orElse(null),
                version.isCurrent(),
                version.publishedAt(),
                version.publishedBy(),
                version.why());
    }
}
