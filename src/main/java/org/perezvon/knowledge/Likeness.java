package org.perezvon.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which item of an agency a text may be the next version of. A proposal: an editor decides. */
@Component
class Likeness {

    private static final int MOST_LOOKED_AT = 50;
    private static final int MOST_PROPOSED = 5;

    /** So much of the words of both titles must be shared before one is taken for the other. */
    private static final double SAME_SUBJECT = 0.5;

    private static final int STEM = 5;
    private static final int SHORTEST_WORD = 3;

    private final KnowledgeBase knowledge;

    Likeness(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    /** Items of its agency that speak of the same, best first; of all agencies while nobody knows whose it is. */
    List<KnowledgeItem> candidates(Proposal proposal) {
        return knowledge.search(proposal.title(), MOST_LOOKED_AT).stream()
                .map(FoundItem::item)
                .filter(item -> proposal.agency()
                        .filter(code -> !code.equals(item.current().edition().agencyCode()))
                        .isEmpty())
                .limit(MOST_PROPOSED)
                .toList();
    }

    /** The one it is probably the next version of. */
    Optional<Long> proposed(Proposal proposal) {
        return proposal.agency().isEmpty()
                ? Optional.empty()
                : candidates(proposal).stream()
                        .filter(item -> shared(
                                        proposal.title(),
                                        item.current().edition().title())
                                >= SAME_SUBJECT)
                        .map(KnowledgeItem::id)
                        .findFirst();
    }

    static double shared(String one, String other) {
        Set<String> all = stems(one);
        Set<String> others = stems(other);
        Set<String> common = new HashSet<>(all);
        common.retainAll(others);
        all.addAll(others);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }

    private static Set<String> stems(String title) {
        return Arrays.stream(title.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
