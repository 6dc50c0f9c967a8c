package org.perezvon.mail;

/**
 * The fact that a mail no longer waits for a person: it is tried again. Published inside the transaction that takes it back;
 * whoever has laid it on a desk clears it away there, or it stays.
 */
public record MailTakenBack(long mailId) {}
