package org.perezvon.mail.wrapping;

/**
 * A file that was found within something else.
 *
 * @param name as the sender calls it; empty when it has none
 * @param type as the sender declares it, lower case; empty when nobody says
 */
public record WrappedFile(String name, String type, byte[] content) {}
