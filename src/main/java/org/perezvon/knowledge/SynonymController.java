package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.knowledge.search.SynonymGroup;
import org.perezvon.knowledge.search.SynonymGroups;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Abbreviations and other words of one meaning, as editors keep them. */
@RestController
@RequestMapping("/api/knowledge/synonyms")
@Tag(name = "Информационная база")
class SynonymController {

    private static final String MAY_CHANGE = "hasAnyRole('EDITOR', 'ADMINISTRATOR')";
    private static final int LONGEST_TERM = 100;
    private static final int MOST_TERMS = 40;

    /** @param terms each a word or a few that mean the same as the others */
    record NewGroup(@Nullable List<String> terms) {}

    private final SynonymGroups groups;

    SynonymController(SynonymGroups groups) {
        this.groups = groups;
    }

    @GetMapping
    @Operation(summary = "Сокращения и слова одного смысла")
    List<SynonymGroup> all() {
        return groups.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(MAY_CHANGE)
    @Operation(summary = "Добавить группу слов одного смысла; действует со следующего поиска")
    SynonymGroup add(@RequestBody NewGroup entered, Principal editor) {
        List<String> terms = entered.terms() == null
                ? List.of()
                : entered.terms().stream()
                        .filter(term -> term != null && !term.isBlank())
                        .map(String::strip)
                        .distinct()
                        .toList();
        if (terms.size() < 2 || terms.size() > MOST_TERMS) {
            throw refused("Нужно от двух до " + MOST_TERMS + " слов или выражений одного смысла");
        }
        if (terms.stream().anyMatch(term -> term.length() > LONGEST_TERM)) {
            throw refused("Выражение длиннее " + LONGEST_TERM + " знаков");
        }
        return groups.add(terms, editor.getName());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(MAY_CHANGE)
    @Operation(summary = "Убрать группу")
    void remove(@PathVariable long id) {
        if (!groups.remove(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет группы слов № " + id);
        }
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput(List.of(new InvalidInput.Problem("terms", why)));
    }
}
