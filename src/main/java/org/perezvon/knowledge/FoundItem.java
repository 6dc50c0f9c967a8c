package org.perezvon.knowledge;

import java.util.List;

/**
 * An item that fits what was typed.
 *
 * @param snippet where its text fits best, in pieces
 */
public record FoundItem(KnowledgeItem item, double score, List<Piece> snippet) {

    /** @param found whether it is one of the words that were looked for */
    public record Piece(String text, boolean found) {}

    public KnowledgeVersion current() {
        return item.current();
    }
}
