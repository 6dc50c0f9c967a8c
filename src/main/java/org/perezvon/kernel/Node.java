package org.perezvon.kernel;

/** One of the applications that share a database, by a name that is its own. */
public record Node(String name) {}
