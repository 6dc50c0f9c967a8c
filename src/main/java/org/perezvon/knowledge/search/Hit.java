package org.perezvon.knowledge.search;

/**
 * An item that may be meant.
 *
 * @param score of no unit, the greater the better; comparable within one search only
 */
public record Hit(long itemId, double score) {}
