package org.perezvon.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.IncomingMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may become an item of the information base, from its beginning to the editor's decision. */
@Component
@Transactional
class Drafts {

    private static final Logger log = LoggerFactory.getLogger(Drafts.class);

    private static final String SYSTEM = "system";

    private final DraftStore store;
    private final Likeness likeness;
    private final KnowledgeNews news;
    private final UpdateTerms terms;
    private final KnowledgeSettings settings;
    private final Directory directory;
    private final Processes processes;
    private final Clock clock;

    Drafts(
            DraftStore store,
            Likeness likeness,
            KnowledgeNews news,
            UpdateTerms terms,
            KnowledgeSettings settings,
            Directory directory,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.likeness = likeness;
        this.news = news;
        this.terms = terms;
        this.settings = settings;
        this.directory = directory;
        this.processes = processes;
        this.clock = clock;
    }

    /** A letter with news has come (I-4.1): in one transaction with the mail that is settled. */
    void begin(IncomingMail.NewLetter letter) {
        Optional<EmailAddress> sender = EmailAddress.from(letter.reading().from());
        Optional<String> agency = sender.flatMap(news::agencyOf);
        Proposal proposal =
                LetterWithNews.read(letter.reading().subject(), letter.reading().text(), agency);
        begin(
                Draft.Origin.MAIL,
                proposal,
                letter.receivedAt(),
                sender.map(address -> correspondent(agency, address)),
                letter.mailId(),
                letter.reading().subject());
    }

    /** A corrected text came when we asked whether an item still holds. */
    void correct(long item, Proposal proposal, IncomingMail.Reply reply) {
        Optional<EmailAddress> sender = EmailAddress.from(reply.reading().from());
        begin(
                        Draft.Origin.CONFIRMATION,
                        proposal,
                        reply.receivedAt(),
                        sender.map(address -> correspondent(proposal.agency(), address)),
                        reply.mailId(),
                        reply.reading().subject())
                .ifPresent(draft -> store.say(draft, proposal, Optional.of(item)));
    }

    private Optional<Long> begin(
            Draft.Origin origin,
            Proposal proposal,
            Instant receivedAt,
            Optional<Draft.Correspondent> correspondent,
            long mail,
            String subject) {
        Draft draft = fresh(
                origin, Draft.State.REVIEW, receivedAt, SYSTEM, Optional.of(mail), subject, correspondent, proposal);
        Optional<Long> id = store.add(draft);
        id.ifPresent(added -> {
            store.add(added, new Draft.DraftMail(mail, receivedAt, Draft.Meaning.NEWS, proposal.text()));
            start(added, draft.due(), false);
        });
        return id;
    }

    /**
     * Somebody wants to keep an answer for everybody. What is kept already is not kept twice.
     *
     * @param answer whose it is
     * @param by account of the person
     */
    Draft keep(Draft.KeptAnswer answer, Proposal proposal, String by) {
        Optional<Draft> kept = store.ofInquiry(answer.inquiry());
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<Draft.Correspondent> person = proposal.agency()
                .flatMap(directory::agency)
                .flatMap(Agency::responsible)
                .map(responsible -> new Draft.Correspondent(responsible.name(), responsible.email()));
        Draft.State state = person.isPresent() ? Draft.State.APPROVAL : Draft.State.REVIEW;
        Draft draft = fresh(Draft.Origin.ANSWER, state, clock.instant(), by, Optional.empty(), "", person, proposal);
        long id = store.add(draft.answering(answer)).orElseThrow();
        start(id, draft.due(), person.isPresent());
        return store.find(id).orElseThrow();
    }

    private Draft fresh(
            Draft.Origin origin,
            Draft.State state,
            Instant begunAt,
            String by,
            Optional<Long> mail,
            String subject,
            Optional<Draft.Correspondent> correspondent,
            Proposal proposal) {
        return new Draft(
                0,
                origin,
                state,
                begunAt,
                by,
                terms.laterHere(clock.instant(), settings.reviewWithin()),
                mail,
                subject,
                correspondent,
                Optional.empty(),
                proposal,
                likeness.proposed(proposal),
                Optional.empty(),
                Optional.empty());
    }

    private void start(long id, Instant due, boolean approvalNeeded) {
        processes.start(
                DraftProcess.KEY,
                DraftProcess.businessKey(id),
                Facts.of(DraftProcess.DRAFT_ID, id)
                        .and(DraftProcess.APPROVAL_NEEDED, approvalNeeded)
                        .and(DraftProcess.REVIEW_DUE, due));
        log.info("Draft {} of the information base begun", id);
    }

    private Draft.Correspondent correspondent(Optional<String> agency, EmailAddress address) {
        String name = agency.flatMap(directory::agency)
                .flatMap(Agency::responsible)
                .filter(person -> person.email().equals(address))
                .map(ResponsiblePerson::name)
                .orElse(address.value());
        return new Draft.Correspondent(name, address);
    }

    @Transactional(readOnly = true)
    public Optional<Draft.Correspondence> find(long id) {
        return store.find(id).map(draft -> new Draft.Correspondence(draft, store.mails(id)));
    }

    /** Those nobody has finished, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Draft> open(int limit) {
        return store.open(limit);
    }

    /** What an editor has decided stands on the draft before the process goes on. */
    void decide(long id, Proposal proposal, Optional<Long> replaces, String decision, String by, String why) {
        long known = store.lock(id).orElseThrow().id();
        store.say(known, proposal, replaces);
        store.decide(known, new Draft.Decision(decision, by, clock.instant(), why));
    }
}
