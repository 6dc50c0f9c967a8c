package org.perezvon.question;

import org.jspecify.annotations.Nullable;

/**
 * What a citizen thinks of how the question was dealt with (T-3.5): marks from 1 to 5, each of which may be absent.
 *
 * @param clear whether the answer was clear
 * @param quick whether it came soon enough
 * @param polite whether people were polite
 */
record Opinion(
        @Nullable Integer clear,
        @Nullable Integer quick,
        @Nullable Integer polite,
        @Nullable String comment) {

    boolean isEmpty() {
        return clear == null && quick == null && polite == null && (comment == null || comment.isBlank());
    }
}
