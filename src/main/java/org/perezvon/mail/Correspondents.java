package org.perezvon.mail;

import java.util.Set;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;

/**
 * Tells the mail room, which knows no agencies, from whom a reply may come. The room that writes the letters implements it;
 * references it does not know have {@link SenderPolicy#WARN} and nobody else.
 */
public interface Correspondents {

    /** How far a sender is believed whom our mail server could not prove. */
    SenderPolicy policy(String reference);

    /** Who may answer beside those we wrote to, e.g. deputies. */
    Set<EmailAddress> alsoAnswering(String reference);
}
