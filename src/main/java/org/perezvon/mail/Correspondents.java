package org.perezvon.mail;

import java.util.Set;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;

/**
 * Tells the mail room, which knows no agencies, from whom a reply may come. Each room that writes letters implements
 * it; references that nobody knows have {@link SenderPolicy#WARN} and nobody else.
 */
public interface Correspondents {

    /** Whether this is a reference of the room. */
    boolean know(String reference);

    /** How far a sender is believed whom our mail server could not prove. */
    SenderPolicy policy(String reference);

    /** Who may answer beside those we wrote to, e.g. deputies. */
    Set<EmailAddress> alsoAnswering(String reference);
}
