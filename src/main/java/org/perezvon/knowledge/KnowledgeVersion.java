package org.perezvon.knowledge;

import java.time.Instant;

/**
 * One version of an item, as it was published and stays.
 *
 * @param number 1 for the first version of its item
 * @param isCurrent whether no later version exists
 * @param publishedBy account of the person, or «system»
 * @param why what changed, in the words of who published it; empty where nobody was asked
 */
public record KnowledgeVersion(
        long id,
        long itemId,
        int number,
        Edition edition,
        boolean isCurrent,
        Instant publishedAt,
        String publishedBy,
        String why) {}
