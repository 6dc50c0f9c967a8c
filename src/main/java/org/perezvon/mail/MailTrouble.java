package org.perezvon.mail;

/**
 * The fact that the mail room cannot do something by itself, or can again. Published inside the transaction that records
 * it: whoever listens commits his own fact together with it, or hears of it again at the next look.
 */
public sealed interface MailTrouble {

    /** By this number the room above asks about it, and tells who has seen it. */
    long id();

    /** @param title what is wrong in a few words, in Russian, for a heading: «ящик не читается» */
    record Begun(long id, String title) implements MailTrouble {}

    record Over(long id) implements MailTrouble {}
}
