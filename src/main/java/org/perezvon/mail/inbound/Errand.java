package org.perezvon.mail.inbound;

/** What a reader apart can be asked; crosses over as its number. */
enum Errand {
    /** What a mail says: the mail, what we wrote. */
    READ,
    /** The files of a mail: the mail. */
    UNPACK,
    /** What a file holds: the file. */
    EXAMINE,
    /** A mail's HTML made safe: the mail, whether with its pictures. */
    SHOW
}
