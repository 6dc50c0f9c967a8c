package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Directory;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What owners answer: «подтверждаем» prolongs, a corrected text becomes a draft, «не действует» goes to an editor. */
@Component
@Transactional
class ConfirmationReplies {

    private static final Logger log = LoggerFactory.getLogger(ConfirmationReplies.class);

    private static final String SYSTEM = "system";

    private final ConfirmationStore store;
    private final KnowledgeBase knowledge;
    private final Drafts drafts;
    private final KnowledgeLetters letters;
    private final Outbox outbox;
    private final Directory directory;
    private final Processes processes;

    ConfirmationReplies(
            ConfirmationStore store,
            KnowledgeBase knowledge,
            Drafts drafts,
            KnowledgeLetters letters,
            Outbox outbox,
            Directory directory,
            Processes processes) {
        this.store = store;
        this.knowledge = knowledge;
        this.drafts = drafts;
        this.letters = letters;
        this.outbox = outbox;
        this.directory = directory;
        this.processes = processes;
    }

    /** A letter about a round has come; a late one still counts for items that nobody has changed. */
    void replied(long id, IncomingMail.Reply reply) {
        Optional<ConfirmationRound> locked = store.lock(id);
        if (locked.isEmpty() || KnowledgeNews.isFromProgram(reply.reading().kind()) || !store.add(id, reply.mailId())) {
            return;
        }
        ConfirmationRound round = locked.get();
        ConfirmationReply said = ConfirmationReply.of(reply.reading().text());
        if (said instanceof ConfirmationReply.Holding holding) {
            prolong(round, holding, reply);
        } else if (said instanceof ConfirmationReply.None) {
            unsettled(round).forEach(entry -> store.ended(id, entry, ConfirmationRound.Outcome.REFUSED));
        } else {
            corrected(round, reply);
        }
        wakeWhenSettled(id);
        log.info("Confirmation round {}: mail {}", id, reply.mailId());
    }

    /** Also those whose last day is over: better late than never. */
    private static List<ConfirmationRound.Entry> unsettled(ConfirmationRound round) {
        return round.entries().stream()
                .filter(ConfirmationRound.Entry::untouched)
                .filter(entry -> entry.outcome()
                        .filter(outcome -> outcome != ConfirmationRound.Outcome.EXPIRED)
                        .isEmpty())
                .toList();
    }

    private void prolong(ConfirmationRound round, ConfirmationReply.Holding holding, IncomingMail.Reply reply) {
        LocalDate until = StatedDates.only(reply.reading().text())
                .filter(day -> day.isAfter(knowledge.today()))
                .orElse(round.until().plusYears(1));
        List<ConfirmationRound.Entry> confirmed = unsettled(round).stream()
                .filter(entry -> !holding.allBut().contains(entry.number()))
                .toList();
        for (ConfirmationRound.Entry entry : confirmed) {
            Edition edition = knowledge.version(entry.version()).orElseThrow().edition();
            knowledge.publish(
                    entry.item(),
                    edition.valid(new Validity(edition.validity().from(), Optional.of(until))),
                    SYSTEM,
                    "Подтверждено письмом органа, действует до " + KnowledgeLetters.day(until));
            store.ended(round.id(), entry, ConfirmationRound.Outcome.CONFIRMED);
        }
        unsettled(round).stream()
                .filter(entry -> holding.allBut().contains(entry.number()))
                .forEach(entry -> store.ended(round.id(), entry, ConfirmationRound.Outcome.REFUSED));
        if (!confirmed.isEmpty()) {
            thank(round, confirmed, until, reply);
        }
    }

    private void thank(
            ConfirmationRound round,
            List<ConfirmationRound.Entry> confirmed,
            LocalDate until,
            IncomingMail.Reply reply) {
        Map<String, Object> words = new HashMap<>();
        words.put("number", round.id());
        words.put("until", KnowledgeLetters.day(until));
        words.put(
                "items",
                confirmed.stream()
                        .map(entry -> Map.of(
                                "index",
                                entry.number(),
                                "title",
                                knowledge
                                        .version(entry.version())
                                        .orElseThrow()
                                        .edition()
                                        .title()))
                        .toList());
        directory
                .agency(round.agency())
                .flatMap(agency -> agency.responsible()
                        .map(person -> letters.write(
                                KnowledgeLetters.Purpose.KNOWLEDGE_PROLONGED,
                                ConfirmationProcess.reference(round.id()),
                                agency,
                                new Draft.Correspondent(person.name(), person.email()),
                                words)))
                .map(letter ->
                        KnowledgeLetters.below(reply.mailId(), reply.reading().subject(), letter))
                .ifPresent(outbox::put);
    }

    /** Where only one item was asked about, the text is meant for it; otherwise an editor finds out for which. */
    private void corrected(ConfirmationRound round, IncomingMail.Reply reply) {
        List<ConfirmationRound.Entry> unsettled = unsettled(round);
        if (unsettled.size() == 1) {
            ConfirmationRound.Entry entry = unsettled.get(0);
            Edition edition = knowledge.version(entry.version()).orElseThrow().edition();
            Proposal read =
                    LetterWithNews.read(edition.title(), reply.reading().text(), Optional.of(edition.agencyCode()));
            Proposal old = Proposal.of(edition, read.changedOn());
            drafts.correct(entry.item(), old.saying(read.text()).valid(read.validFrom(), read.validUntil()), reply);
            store.ended(round.id(), entry, ConfirmationRound.Outcome.CORRECTED);
        } else {
            drafts.begin(
                    new IncomingMail.NewLetter(reply.mailId(), reply.receivedAt(), reply.reading(), reply.sender()));
        }
    }

    private void wakeWhenSettled(long id) {
        ConfirmationRound round = store.find(id).orElseThrow();
        if (round.open().isEmpty()) {
            processes.wake(
                    ConfirmationProcess.businessKey(id),
                    ConfirmationProcess.CONFIRMED,
                    Facts.of(ConfirmationProcess.STALE_LEFT, !round.stale().isEmpty()));
        }
    }
}
