package org.perezvon.knowledge.search;

import java.util.List;

/**
 * Words and abbreviations that mean the same.
 *
 * @param terms each a word or a few, in any form: «МСП», «меры социальной поддержки»
 */
public record SynonymGroup(long id, List<String> terms) {}
