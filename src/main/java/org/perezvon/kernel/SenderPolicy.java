package org.perezvon.kernel;

/** How far a correspondent's mails are believed whose sender our mail server could not prove. */
public enum SenderPolicy {
    /** Only a proven sender is believed; anything else is for a person. */
    REQUIRE,
    /** A forged sender is for a person; one that is merely unproven is believed, and people are told. */
    WARN,
    /** Nothing is made of it: their server is known to be set up badly. */
    IGNORE
}
