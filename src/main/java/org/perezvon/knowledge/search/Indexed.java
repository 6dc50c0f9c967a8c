package org.perezvon.knowledge.search;

import java.util.List;

/** What an item is found by. */
public record Indexed(long itemId, String title, List<String> topics, String text) {}
