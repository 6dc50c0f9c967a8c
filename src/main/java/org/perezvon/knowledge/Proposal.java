package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an item should say, as far as it is known; nothing is checked yet.
 *
 * @param agency code of the owner; absent when nobody knows whose news it is
 * @param source empty when the letter names none
 * @param changedOn since when it is so, as the agency says (I-4.2)
 */
record Proposal(
        ItemKind kind,
        Optional<String> agency,
        String title,
        String text,
        String source,
        List<String> topics,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<LocalDate> changedOn) {

    Proposal {
        topics = List.copyOf(topics);
    }

    Proposal saying(String other) {
        return new Proposal(kind, agency, title, other, source, topics, validFrom, validUntil, changedOn);
    }

    Proposal changed(LocalDate on) {
        return new Proposal(kind, agency, title, text, source, topics, validFrom, validUntil, Optional.of(on));
    }

    /** @param until absent: as the letter says nothing of it, an editor decides */
    Proposal valid(Optional<LocalDate> from, Optional<LocalDate> until) {
        return new Proposal(kind, agency, title, text, source, topics, from, until, changedOn);
    }

    static Proposal of(Edition edition, Optional<LocalDate> changedOn) {
        return new Proposal(
                edition.kind(),
                Optional.of(edition.agencyCode()),
                edition.title(),
                edition.text(),
                edition.source(),
                edition.topics(),
                edition.validity().from(),
                edition.validity().until(),
                changedOn);
    }

    /** @throws IllegalStateException while it has no owner; only an editor's decision gives every draft one */
    Edition edition() {
        return new Edition(
                kind,
                agency.orElseThrow(() -> new IllegalStateException("I could not publish «" + title + "»: no agency")),
                title,
                text,
                List.of(),
                source,
                topics,
                new Validity(validFrom, validUntil));
    }
}
