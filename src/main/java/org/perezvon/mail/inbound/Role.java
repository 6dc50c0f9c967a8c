package org.perezvon.mail.inbound;

/** What a line of a letter turns out to be. */
enum Role {
    /** Said anew, by the writer of this letter. */
    NEW,
    QUOTED,
    SIGNATURE,
    /** What lawyers and servers put under or over every letter. */
    DISCLAIMER
}
