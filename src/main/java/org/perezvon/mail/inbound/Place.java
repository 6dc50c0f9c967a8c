package org.perezvon.mail.inbound;

/** Where a mail is read. */
public enum Place {
    /** In the application, for a limited time. */
    HERE,
    /** By a JVM of its own, with limited time and memory. */
    APART,
    /** Nowhere: reading it has failed apart, too. Only its head is looked at. */
    NEVER
}
