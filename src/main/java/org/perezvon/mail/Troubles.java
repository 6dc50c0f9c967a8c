package org.perezvon.mail;

import org.perezvon.mail.watch.TroubleStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the mail room cannot do by itself, as far as the rooms above have a say in it; see {@link MailTrouble}. */
@Component
public class Troubles {

    private final TroubleStore store;

    Troubles(TroubleStore store) {
        this.store = store;
    }

    /** A person has taken note of it. The trouble itself is over when it is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seen(long id, String person, String note) {
        store.seen(id, person, note);
    }
}
