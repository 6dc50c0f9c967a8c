package org.perezvon.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agencies answer about drafts: consent, a better text, an explanation; it wakes the draft, or is kept. */
@Component
@Transactional
class DraftReplies {

    private static final Logger log = LoggerFactory.getLogger(DraftReplies.class);

    /** Whoever writes more than this has more to say than a day. */
    private static final int LONGEST_DATE = 400;

    /** Beside a file, so little only says that there is one. */
    private static final int SHORT = 150;

    private final DraftStore store;
    private final Drafts drafts;
    private final Lateness lateness;
    private final UpdateTerms terms;
    private final KnowledgeSettings settings;
    private final Processes processes;
    private final Clock clock;

    DraftReplies(
            DraftStore store,
            Drafts drafts,
            Lateness lateness,
            UpdateTerms terms,
            KnowledgeSettings settings,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.lateness = lateness;
        this.terms = terms;
        this.settings = settings;
        this.processes = processes;
        this.clock = clock;
    }

    /** A letter about a draft has come. Late or unexpected ones are kept; of news that come late a new draft is made. */
    void replied(long id, IncomingMail.Reply reply) {
        Optional<Draft> locked = store.lock(id);
        if (locked.isEmpty()) {
            return;
        }
        Draft draft = locked.get();
        Draft.Meaning meaning = meaning(draft, reply);
        if (draft.state().isOver() && meaning != Draft.Meaning.NOTHING) {
            afterwards(draft, reply);
            return;
        }
        String text = reply.reading().text();
        boolean fresh = store.add(id, new Draft.DraftMail(reply.mailId(), reply.receivedAt(), meaning, text));
        if (!fresh || meaning == Draft.Meaning.NOTHING) {
            return;
        }
        store.say(id, understood(draft, meaning, reply.reading()), draft.replaces());
        toEditor(draft);
        log.info("Draft {}: {} in mail {}", id, meaning, reply.mailId());
    }

    /** Few words of consent may name a last day, an explanation the day of the change. */
    private static Proposal understood(Draft draft, Draft.Meaning meaning, MailReading reading) {
        String text = reading.text().strip();
        boolean better = meaning == Draft.Meaning.CORRECTED && !text.isEmpty() && !isInFile(reading);
        Proposal said = better ? draft.proposal().saying(text) : draft.proposal();
        Optional<LocalDate> only = StatedDates.only(text);
        Proposal limited = only.filter(day -> meaning == Draft.Meaning.AGREED)
                .map(until -> said.valid(said.validFrom(), Optional.of(until)))
                .orElse(said);
        return StatedDates.changedOn(text)
                .or(() -> only.filter(day -> draft.state() == Draft.State.EXPLANATION))
                .map(limited::changed)
                .orElse(limited);
    }

    /** «Исправленный текст во вложении»: an editor opens it; what we had proposed stays meanwhile. */
    private static boolean isInFile(MailReading reading) {
        return reading.text().length() < SHORT
                && reading.attachments().stream().anyMatch(file -> MailFile.tells(file.name(), file.type(), false));
    }

    /** Nobody there could be asked: the editor decides alone. */
    void undeliverable(long id) {
        store.lock(id).filter(draft -> !draft.state().isOver()).ifPresent(this::toEditor);
    }

    private void toEditor(Draft draft) {
        if (draft.state() == Draft.State.REVIEW) {
            return;
        }
        Instant due = terms.laterHere(clock.instant(), settings.reviewWithin());
        String key = DraftProcess.businessKey(draft.id());
        Facts facts = Facts.of(DraftProcess.REVIEW_DUE, due);
        boolean woken = processes.wake(key, DraftProcess.APPROVAL_CAME, facts)
                || processes.wake(key, DraftProcess.EXPLAINED, facts);
        // Where nobody waits any more the editor has the task already, because the term for an answer was over.
        store.become(draft.id(), Draft.State.REVIEW);
        if (woken) {
            store.dueBy(draft.id(), due);
        }
    }

    /** We asked since when it is so; whoever writes anything else has news once more. */
    private void afterwards(Draft draft, IncomingMail.Reply reply) {
        String text = reply.reading().text();
        Optional<LocalDate> changedOn =
                StatedDates.changedOn(text).or(() -> StatedDates.only(text)).filter(on -> text.length() < LONGEST_DATE);
        if (draft.state() == Draft.State.PUBLISHED
                && draft.proposal().changedOn().isEmpty()
                && changedOn.isPresent()) {
            store.add(
                    draft.id(), new Draft.DraftMail(reply.mailId(), reply.receivedAt(), Draft.Meaning.EXPLAINED, text));
            Proposal dated = draft.proposal().changed(changedOn.get());
            store.say(draft.id(), dated, draft.replaces());
            lateness.judge(store.find(draft.id()).orElseThrow());
        } else {
            drafts.begin(
                    new IncomingMail.NewLetter(reply.mailId(), reply.receivedAt(), reply.reading(), reply.sender()));
        }
    }

    private static Draft.Meaning meaning(Draft draft, IncomingMail.Reply reply) {
        if (KnowledgeNews.isFromProgram(reply.reading().kind())) {
            return Draft.Meaning.NOTHING;
        }
        if (draft.state() != Draft.State.APPROVAL) {
            return Draft.Meaning.EXPLAINED;
        }
        Consent consent = Consent.of(reply.reading().text());
        if (consent instanceof Consent.Agreed) {
            return Draft.Meaning.AGREED;
        }
        return consent instanceof Consent.Refused ? Draft.Meaning.REFUSED : Draft.Meaning.CORRECTED;
    }
}
