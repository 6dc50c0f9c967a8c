package org.perezvon.knowledge.language;

import java.util.Set;

/**
 * A word where it stands in a text.
 *
 * @param written in small letters, ё as е
 * @param start index of its first character in the text
 * @param end index after its last one
 * @param lemmas what it is a form of; several, where the word alone does not tell: «стали» is steel and became
 */
public record Token(String written, int start, int end, Set<String> lemmas) {}
