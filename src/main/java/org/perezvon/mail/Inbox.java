package org.perezvon.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.Conflict;
import org.perezvon.mail.inbound.DeskStore;
import org.perezvon.mail.inbound.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The mails that came in: what they say, the bytes as they came, and those that have not found their way. */
@Component
@Transactional
public class Inbox {

    private static final int PAGE = 100;

    private final DeskStore store;
    private final Reader reader;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate together;

    Inbox(DeskStore store, Reader reader, ApplicationEventPublisher events, TransactionTemplate together) {
        this.store = store;
        this.reader = reader;
        this.events = events;
        this.together = together;
    }

    /** @param evidence why it lies where it lies, one reason a line */
    public record KeptMail(long id, Instant receivedAt, MailReading reading, List<String> evidence) {}

    /** Reading may take as long as a suspicious mail is given; outside a transaction it holds no connection meanwhile. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<KeptMail> mail(long id) {
        return store.find(id).map(kept -> new KeptMail(id, kept.receivedAt(), reading(kept), kept.evidence()));
    }

    /** The mail exactly as it came; only its head where the rest is still on its server. */
    @Transactional(readOnly = true)
    public Optional<byte[]> original(long id) {
        return store.find(id).map(DeskStore.Kept::bytes);
    }

    /**
     * The mail as a page that is safe to look at, whatever is in it.
     *
     * @param pictures whether those that came within the mail are shown
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> page(long id, boolean pictures) {
        return store.find(id).map(kept -> reader.show(kept.bytes(), kept.place(), pictures));
    }

    /** Mails that have not found their way, in the order in which they came, those behind this id. */
    @Transactional(readOnly = true)
    public List<DeskMail> desk(long afterId, int limit) {
        return store.page(afterId, limit);
    }

    /**
     * The same, the newest first.
     *
     * @param reason words that the reason contains, large or small; empty: whatever the reason
     */
    @Transactional(readOnly = true)
    public List<DeskMail> newestOnDesk(long beforeId, String reason, int limit) {
        return store.newest(beforeId, reason, limit);
    }

    /**
     * Has a mail taken up anew, and cleared off the desk where it lies: what made it stick may be mended. Of a mail whose
     * head only is here, the whole is asked for.
     *
     * @return false when somebody has decided about it, or is just taking it
     */
    public boolean tryAgain(long id) {
        boolean again = store.tryAgain(id);
        if (again) {
            events.publishEvent(new MailTakenBack(id));
        }
        return again;
    }

    /**
     * The same for many, each for itself.
     *
     * @return how many are taken up anew
     */
    @Transactional(propagation = Propagation.NEVER)
    public int tryAgain(List<Long> ids) {
        return (int) ids.stream()
                .filter(id -> Boolean.TRUE.equals(together.execute(status -> tryAgain(id))))
                .count();
    }

    /** The same for all that lie there now. */
    @Transactional(propagation = Propagation.NEVER)
    public int tryAllAgain() {
        int again = 0;
        long after = 0;
        for (List<DeskMail> page = desk(after, PAGE); !page.isEmpty(); page = desk(after, PAGE)) {
            again += tryAgain(page.stream().map(DeskMail::id).toList());
            after = page.get(page.size() - 1).id();
        }
        return again;
    }

    /** A person has said what it belongs to. */
    public void attached(long id) {
        settled(id, "ROUTED");
    }

    /** A person has said that it is a letter for which a room waits, though nothing in it told so. */
    public void handedOn(long id) {
        KeptMail mail = mail(id).orElseThrow(() -> new IllegalArgumentException("Нет такого письма: " + id));
        settled(id, "ROUTED");
        events.publishEvent(
                new IncomingMail.NewLetter(id, mail.receivedAt(), mail.reading(), SenderVerdict.NOBODY_CHECKS));
    }

    /** A person has said that it belongs nowhere. */
    public void putAside(long id) {
        settled(id, "ASIDE");
    }

    private void settled(long id, String state) {
        if (!store.settleByPerson(id, state)) {
            throw new Conflict("Письмо " + id + " уже разбирают заново: решать о нём пока нечего");
        }
    }

    private MailReading reading(DeskStore.Kept kept) {
        MailReading reading = reader.read(kept.bytes(), kept.place());
        String incomplete = kept.incomplete();
        return incomplete == null
                ? reading
                : new MailReading(
                        reading.from(),
                        reading.to(),
                        reading.subject(),
                        reading.kind(),
                        Meaning.NONE,
                        incomplete,
                        "",
                        "",
                        "",
                        List.of(),
                        List.of());
    }
}
