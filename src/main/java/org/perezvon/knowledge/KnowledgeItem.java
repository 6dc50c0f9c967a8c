package org.perezvon.knowledge;

import java.time.Instant;
import java.util.Optional;

/**
 * Something agencies want citizens to know (I-2), as it stands now.
 *
 * @param uses how often it was read out to a citizen
 * @param retired absent while it is in the base
 */
public record KnowledgeItem(
        long id, KnowledgeVersion current, int uses, Optional<Instant> lastUsedAt, Optional<Retirement> retired) {

    /** Taken out of the base: found no more, never deleted. */
    public record Retirement(Instant at, String by, String why) {}
}
