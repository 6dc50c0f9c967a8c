package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the base lacks, and what it has that nobody needs. */
@Component
@Transactional(readOnly = true)
public class KnowledgeGaps {

    private final MissStore store;

    KnowledgeGaps(MissStore store) {
        this.store = store;
    }

    /** @param words in their first forms, in alphabetic order */
    public record Missed(String words, int times) {}

    /** @param since when its current version was published */
    public record Unused(long item, String title, String agency, LocalDate since) {}

    /** What was looked for in vain, most often first. */
    public List<Missed> missed(LocalDate from, LocalDate to, int limit) {
        return store.missed(from, to, limit);
    }

    /** Items from before this day that were never read out to anybody, the oldest first. */
    public List<Unused> unused(LocalDate before, int limit) {
        return store.unused(before, limit);
    }
}
