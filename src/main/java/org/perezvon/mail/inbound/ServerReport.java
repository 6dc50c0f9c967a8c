package org.perezvon.mail.inbound;

import java.time.Instant;
import java.util.List;

/**
 * The fact that a server has said what became of a letter of ours: evidence. Published inside the transaction that settles
 * the mail.
 *
 * @param guess its kind is a bounce, a delay or a receipt; names the recipients and the Message-IDs, as far as known
 */
public record ServerReport(long mailId, Instant receivedAt, long conversation, KindGuess guess) {

    /** Of the letters it reports on, with angle brackets. */
    public List<String> messageIds() {
        return guess.returnedIds().stream().map(id -> "<" + id + ">").toList();
    }
}
