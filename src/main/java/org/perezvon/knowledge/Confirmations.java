package org.perezvon.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.knowledge.KnowledgeLetters.Purpose;
import org.perezvon.mail.Letter;
import org.perezvon.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nothing in the base grows stale unnoticed (I-5): its owners are asked in time, reminded, and noted down when they are silent. */
@Component
@Transactional
class Confirmations {

    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);

    private static final int MOST_IN_A_LETTER = 40;

    private final ConfirmationStore store;
    private final KnowledgeBase knowledge;
    private final ViolationNoteStore violations;
    private final KnowledgeLetters letters;
    private final Outbox outbox;
    private final UpdateTerms terms;
    private final KnowledgeSettings settings;
    private final Directory directory;
    private final Processes processes;
    private final Clock clock;

    Confirmations(
            ConfirmationStore store,
            KnowledgeBase knowledge,
            ViolationNoteStore violations,
            KnowledgeLetters letters,
            Outbox outbox,
            UpdateTerms terms,
            KnowledgeSettings settings,
            Directory directory,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.knowledge = knowledge;
        this.violations = violations;
        this.letters = letters;
        this.outbox = outbox;
        this.terms = terms;
        this.settings = settings;
        this.directory = directory;
        this.processes = processes;
        this.clock = clock;
    }

    private record Ending(String agency, LocalDate until) {}

    /** Begins to ask about every item that ends soon and was not asked about. @return how many letters there will be */
    int begin() {
        LocalDate today = knowledge.today();
        Map<Ending, List<ConfirmationStore.Expiring>> endings = new LinkedHashMap<>();
        store.expiring(today, today.plusDays(settings.firstAsked())).forEach(item -> endings.computeIfAbsent(
                        new Ending(item.agency(), item.until()), ending -> new ArrayList<>())
                .add(item));
        int rounds = 0;
        for (Map.Entry<Ending, List<ConfirmationStore.Expiring>> ending : endings.entrySet()) {
            List<ConfirmationStore.Expiring> items = ending.getValue();
            for (int from = 0; from < items.size(); from += MOST_IN_A_LETTER) {
                List<ConfirmationStore.Expiring> some =
                        items.subList(from, Math.min(items.size(), from + MOST_IN_A_LETTER));
                begin(ending.getKey(), some);
                rounds++;
            }
        }
        log.info("{} owners are asked whether their items still hold", rounds);
        return rounds;
    }

    private void begin(Ending ending, List<ConfirmationStore.Expiring> items) {
        long round = store.add(ending.agency(), ending.until(), items, clock.instant());
        processes.start(
                ConfirmationProcess.KEY,
                ConfirmationProcess.businessKey(round),
                Facts.of(ConfirmationProcess.ROUND_ID, round));
    }

    /** @return when the owner is reminded, and when the items are over */
    Facts ask(long id) {
        ConfirmationRound round = locked(id);
        Agency agency = agency(round);
        Instant now = clock.instant();
        write(Purpose.KNOWLEDGE_CONFIRMATION, round)
                .ifPresent(letter -> outbox.put(letter, terms.nextAtWork(agency, now)));
        Instant over = round.until().plusDays(1).atStartOfDay(agency.zone()).toInstant();
        Instant reminder = round.until()
                .minusDays(settings.reminded())
                .atStartOfDay(agency.zone())
                .toInstant();
        return Facts.of(ConfirmationProcess.DUE, over)
                .and(ConfirmationProcess.REMINDER, reminder.isBefore(now) ? over : reminder);
    }

    void remind(long id) {
        ConfirmationRound round = locked(id);
        if (!round.open().isEmpty()) {
            write(Purpose.KNOWLEDGE_CONFIRMATION_REMINDER, round)
                    .ifPresent(letter -> outbox.put(letter, terms.nextAtWork(agency(round), clock.instant())));
        }
    }

    /** Nobody has said anything until the last day was over: a violation, and a letter that says so. */
    Facts expire(long id) {
        ConfirmationRound round = locked(id);
        List<ConfirmationRound.Entry> silent = round.open();
        Agency agency = agency(round);
        Instant over = round.until().plusDays(1).atStartOfDay(agency.zone()).toInstant();
        if (!silent.isEmpty()) {
            write(Purpose.KNOWLEDGE_EXPIRED, round)
                    .ifPresent(letter -> outbox.put(letter, terms.nextAtWork(agency, clock.instant())));
        }
        for (ConfirmationRound.Entry entry : silent) {
            store.ended(id, entry, ConfirmationRound.Outcome.EXPIRED);
            violations.notConfirmed(
                    round.agency(),
                    entry.item(),
                    over,
                    "Последний день записи: " + KnowledgeLetters.day(round.until())
                            + ".\nПисьмо с просьбой подтвердить: " + KnowledgeLetters.moment(round.begunAt(), agency)
                            + ".\nОтвета не было (I-5).");
        }
        ConfirmationRound after = store.find(id).orElseThrow();
        return Facts.of(ConfirmationProcess.STALE_LEFT, !after.stale().isEmpty());
    }

    @Transactional(readOnly = true)
    public Optional<ConfirmationRound> find(long id) {
        return store.find(id);
    }

    private ConfirmationRound locked(long id) {
        return store.lock(id).orElseThrow(() -> new IllegalArgumentException("Нет сверки записей № " + id));
    }

    private Agency agency(ConfirmationRound round) {
        return directory
                .agency(round.agency())
                .orElseThrow(() -> new IllegalStateException("Нет органа власти «" + round.agency() + "»"));
    }

    /** @return nothing when nobody speaks for the agency (I-3.1): the editor will see */
    private Optional<Letter> write(Purpose purpose, ConfirmationRound round) {
        Agency agency = agency(round);
        Map<String, Object> words = new HashMap<>();
        words.put("number", round.id());
        words.put("until", KnowledgeLetters.day(round.until()));
        words.put("items", round.open().stream().map(this::words).toList());
        return agency.responsible()
                .map(person -> letters.write(
                        purpose,
                        ConfirmationProcess.reference(round.id()),
                        agency,
                        new Draft.Correspondent(person.name(), person.email()),
                        words));
    }

    private Map<String, Object> words(ConfirmationRound.Entry entry) {
        KnowledgeVersion version = knowledge.version(entry.version()).orElseThrow();
        return Map.of(
                "index", entry.number(),
                "title", version.edition().title(),
                "text", version.edition().wholeText(),
                "version", version.number());
    }
}
