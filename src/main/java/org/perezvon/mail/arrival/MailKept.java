package org.perezvon.mail.arrival;

/** Mails that nobody has read yet lie in the database, committed. */
public record MailKept() {}
