package org.perezvon.knowledge;

/**
 * An item that probably answers a question.
 *
 * @param share which part of the question's words it has, 0 to 1
 */
public record AnswerAtHand(long itemId, long versionId, double share) {}
