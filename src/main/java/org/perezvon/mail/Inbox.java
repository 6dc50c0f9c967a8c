package org.perezvon.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.mail.inbound.RawMail;
import org.perezvon.mail.inbound.RawMailStore;
import org.perezvon.mail.inbound.Reader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that came in: what they say, and the bytes as they came. */
@Component
@Transactional
public class Inbox {

    private final RawMailStore store;
    private final Reader reader;

    Inbox(RawMailStore store, Reader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** @param evidence why it lies where it lies, one reason a line */
    public record KeptMail(long id, Instant receivedAt, MailReading reading, List<String> evidence) {}

    @Transactional(readOnly = true)
    public Optional<KeptMail> mail(long id) {
        return store.find(id).map(raw -> new KeptMail(id, raw.receivedAt(), reader.read(raw.bytes()), evidence(id)));
    }

    /** The mail exactly as it came. */
    @Transactional(readOnly = true)
    public Optional<byte[]> original(long id) {
        return store.find(id).map(RawMail::bytes);
    }

    /** A person has said what it belongs to. */
    public void attached(long id) {
        store.settleByPerson(id, "ROUTED");
    }

    /** A person has said that it belongs nowhere. */
    public void putAside(long id) {
        store.settleByPerson(id, "ASIDE");
    }

    private List<String> evidence(long id) {
        return store.evidence(id).map(text -> text.lines().toList()).orElse(List.of());
    }
}
