package org.perezvon.mail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.inbound.MisreadingStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails of which a person has said that they were read wrongly. {@link Inbox#original} holds their bytes. */
@Component
@Transactional
public class Misreadings {

    private final MisreadingStore store;
    private final Inbox inbox;

    Misreadings(MisreadingStore store, Inbox inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    /**
     * What a person says.
     *
     * @param text what was said anew; null when they leave that open
     */
    public record Correction(
            MailKind kind, @Nullable String text, @Nullable String note) {}

    /**
     * Keeps a correction instead of an earlier one of the same mail. The mail is read once more meanwhile: what it is taken
     * for now is what is wrong.
     *
     * @return false when there is no such mail
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean report(long mailId, Correction correction, String by) {
        Optional<MailKind> readAs =
                inbox.mail(mailId).map(mail -> mail.reading().kind());
        readAs.ifPresent(kind -> store.keep(mailId, kind, correction, by));
        return readAs.isPresent();
    }

    @Transactional(readOnly = true)
    public int number() {
        return store.number();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Misreading> latest(int limit) {
        return store.latest(limit);
    }

    /** @return false when nobody has said anything of this mail */
    public boolean forget(long mailId) {
        return store.forget(mailId);
    }
}
