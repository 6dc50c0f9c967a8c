package org.perezvon.mail.arrival;

/** What a folder gave for one UID. */
sealed interface Found {

    long uid();

    /** The mail, byte by byte. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database, never compared
    record Whole(long uid, byte[] raw) implements Found {}

    /**
     * The mail stays on its server; this is what we know of it.
     *
     * @param head the beginning of its head; empty when not even that was delivered
     * @param fullSize bytes; zero: the server does not say
     * @param reason why, in words for people
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Reference(long uid, byte[] head, long fullSize, String reason) implements Found {}
}
