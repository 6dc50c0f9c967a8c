package org.perezvon.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.engine.Facts;
import org.perezvon.knowledge.KnowledgeLetters.Purpose;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailFiles;
import org.perezvon.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps a draft goes: the agency is asked, an item is published, its author is answered. */
@Component
@Transactional
class DraftReview {

    private static final Logger log = LoggerFactory.getLogger(DraftReview.class);

    private final DraftStore store;
    private final KnowledgeBase knowledge;
    private final KnowledgeLetters letters;
    private final Outbox outbox;
    private final MailFiles files;
    private final KnowledgeFileStore kept;
    private final Lateness lateness;
    private final UpdateTerms terms;
    private final KnowledgeSettings settings;
    private final Directory directory;
    private final Clock clock;

    DraftReview(
            DraftStore store,
            KnowledgeBase knowledge,
            KnowledgeLetters letters,
            Outbox outbox,
            MailFiles files,
            KnowledgeFileStore kept,
            Lateness lateness,
            UpdateTerms terms,
            KnowledgeSettings settings,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.knowledge = knowledge;
        this.letters = letters;
        this.outbox = outbox;
        this.files = files;
        this.kept = kept;
        this.lateness = lateness;
        this.terms = terms;
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
    }

    /** May this answer be kept for everybody? Its agency is asked by plain e-mail. @return until when it is waited for */
    Facts askApproval(long id) {
        Draft draft = locked(id);
        Agency agency = agency(draft);
        Instant now = clock.instant();
        Instant due = terms.later(agency, now, settings.approvalWithin());
        Instant reminder = terms.nextAtWork(agency, now.plusMillis((due.toEpochMilli() - now.toEpochMilli()) / 2));
        write(Purpose.KNOWLEDGE_APPROVAL, draft, Map.of("due", KnowledgeLetters.moment(due, agency)))
                .ifPresent(outbox::put);
        return Facts.of(DraftProcess.APPROVAL_DUE, due)
                .and(DraftProcess.APPROVAL_REMINDER, reminder.isBefore(due) ? reminder : due);
    }

    /** In the agency's working hours. */
    void remind(long id) {
        Draft draft = locked(id);
        Agency agency = agency(draft);
        if (draft.state() == Draft.State.APPROVAL) {
            write(Purpose.KNOWLEDGE_APPROVAL_REMINDER, draft, Map.of())
                    .ifPresent(letter -> outbox.put(letter, terms.nextAtWork(agency, clock.instant())));
        }
    }

    /** Publishes what the editor has decided, tells its author what is in force now, and measures whether it came in time. */
    void publish(long id) {
        Draft draft = locked(id);
        Draft.Decision decision = draft.decided().orElseThrow();
        Edition edition = draft.proposal().edition();
        KnowledgeVersion version = draft.replaces()
                .map(item -> knowledge.publish(item, edition, decision.by(), decision.why()))
                .orElseGet(() -> knowledge.publish(edition, decision.by(), decision.why()));
        store.published(id, version.id());
        keepFiles(draft, version);
        Optional<Lateness.Judgement> judgement = lateness.judge(draft);
        Map<String, Object> words = new HashMap<>();
        words.put("version", version.number());
        words.put("late", judgement.filter(Lateness.Judgement::late).isPresent());
        words.put(
                "due",
                judgement
                        .map(told -> KnowledgeLetters.moment(told.deadline().due(), agency(draft)))
                        .orElse(""));
        words.put(
                "clause", judgement.map(told -> told.deadline().term().clause()).orElse(""));
        words.put(
                "askChange",
                draft.origin() == Draft.Origin.MAIL
                        && draft.proposal().changedOn().isEmpty());
        write(Purpose.KNOWLEDGE_PUBLISHED, draft, words).ifPresent(outbox::put);
        log.info("Draft {} published as version {} of item {}", id, version.number(), version.itemId());
    }

    /** What came with its letters goes with it, as far as it tells anything and does no harm. */
    private void keepFiles(Draft draft, KnowledgeVersion version) {
        store.mails(draft.id()).stream()
                .flatMap(mail -> files.of(mail.mailId()).stream())
                .filter(file -> file.tells() && file.sha256() != null && file.state() != MailFile.State.INFECTED)
                .forEach(file -> kept.add(
                        version.id(), file.name(), file.type(), file.size(), Objects.requireNonNull(file.sha256())));
    }

    /** @return until when an explanation is waited for */
    Facts askAuthor(long id) {
        Draft draft = locked(id);
        Agency agency = agency(draft);
        store.become(id, Draft.State.EXPLANATION);
        write(Purpose.KNOWLEDGE_QUESTION, draft, Map.of()).ifPresent(outbox::put);
        return Facts.of(
                DraftProcess.EXPLANATION_DUE, terms.later(agency, clock.instant(), settings.explanationWithin()));
    }

    void reject(long id) {
        Draft draft = locked(id);
        store.become(id, Draft.State.REJECTED);
        write(Purpose.KNOWLEDGE_REJECTED, draft, Map.of()).ifPresent(outbox::put);
        log.info("Draft {} rejected", id);
    }

    private Draft locked(long id) {
        return store.lock(id).orElseThrow(() -> new IllegalArgumentException("Нет черновика № " + id));
    }

    private Agency agency(Draft draft) {
        String code = draft.proposal().agency().orElse("");
        return directory.agency(code).orElseThrow(() -> new IllegalStateException("Нет органа власти «" + code + "»"));
    }

    /** @return nothing when there is nobody to write to */
    private Optional<Letter> write(Purpose purpose, Draft draft, Map<String, ?> more) {
        Optional<Agency> agency = draft.proposal().agency().flatMap(directory::agency);
        if (agency.isEmpty() || draft.correspondent().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> words = new HashMap<>();
        Proposal proposal = draft.proposal();
        words.put("number", draft.id());
        words.put("title", proposal.title());
        words.put("text", proposal.text());
        words.put("source", proposal.source());
        words.put("hasSource", !proposal.source().isBlank());
        words.put("limited", proposal.validUntil().isPresent());
        words.put("validUntil", proposal.validUntil().map(KnowledgeLetters::day).orElse(""));
        words.put("why", draft.decided().map(Draft.Decision::why).orElse(""));
        words.put(
                "hasWhy",
                draft.decided().filter(decision -> !decision.why().isBlank()).isPresent());
        words.putAll(more);
        Letter letter = letters.write(
                purpose,
                DraftProcess.reference(draft.id()),
                agency.get(),
                draft.correspondent().get(),
                words);
        List<Draft.DraftMail> mails = store.mails(draft.id());
        return Optional.of(
                mails.isEmpty()
                        ? letter
                        : KnowledgeLetters.below(mails.get(mails.size() - 1).mailId(), draft.subject(), letter));
    }
}
