package org.perezvon.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as programs and pages see it.
 *
 * @param id of the version: giving the answer to a citizen names it
 * @param validFrom absent: since ever
 * @param validUntil last day on which it may be read out; absent: until further notice
 * @param state whether it may be read out today
 * @param snippet where its text fits what was looked for; empty outside a search
 */
record ItemView(
        long id,
        long item,
        ItemKind kind,
        String kindTitle,
        String title,
        String answer,
        List<String> steps,
        List<String> topics,
        OwnerView agency,
        String source,
        int version,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        State state,
        Instant publishedAt,
        int uses,
        List<FoundItem.Piece> snippet) {

    enum State {
        IN_FORCE,
        AHEAD,
        EXPIRED,
        RETIRED
    }

    /** The agency that answers for it. */
    record OwnerView(String code, String name) {}

    static ItemView of(KnowledgeItem item, OwnerView owner, LocalDate today, List<FoundItem.Piece> snippet) {
        KnowledgeVersion current = item.current();
        Edition edition = current.edition();
        return new ItemView(
                current.id(),
                item.id(),
                edition.kind(),
                edition.kind().title(),
                edition.title(),
                edition.text(),
                edition.steps(),
                edition.topics(),
                owner,
                edition.source(),
                current.number(),
                edition.validity().from().orElse(null),
                edition.validity().until().orElse(null),
                state(item, today),
                current.publishedAt(),
                item.uses(),
                snippet);
    }

    private static State state(KnowledgeItem item, LocalDate today) {
        Validity validity = item.current().edition().validity();
        if (item.retired().isPresent()) {
            return State.RETIRED;
        }
        if (validity.isOver(today)) {
            return State.EXPIRED;
        }
        return validity.isAhead(today) ? State.AHEAD : State.IN_FORCE;
    }
}
