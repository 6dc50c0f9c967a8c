package org.perezvon.mail.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.perezvon.mail.inbound.HeldRules;
import org.perezvon.mail.inbound.OwnRule;
import org.perezvon.mail.inbound.ReadingCases;
import org.perezvon.mail.inbound.ReadingRules;
import org.perezvon.mail.inbound.RuleTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rules that hold: the shipped ones and those of administrators. Each node looks for new ones every few seconds; where
 * the database is away, it reads on by those it knows.
 */
@Component
class RuleBook implements HeldRules {

    private static final Logger log = LoggerFactory.getLogger(RuleBook.class);

    private static final Duration STALENESS = Duration.ofSeconds(5);
    private static final Edition NOT_LOOKED = new Edition(-1, ReadingRules.shipped(), Instant.EPOCH);
    private static final int MOST_CASES = 200;
    private static final int MOST_RULES = 1000;

    private final RuleStore store;
    private final Clock clock;
    private final ObjectProvider<ReadingCases> cases;
    private volatile Edition edition = NOT_LOOKED;

    RuleBook(RuleStore store, Clock clock, ObjectProvider<ReadingCases> cases) {
        this.store = store;
        this.clock = clock;
        this.cases = cases;
    }

    /** What was found when we looked last. */
    private record Edition(long version, ReadingRules rules, Instant lookedAt) {}

    /**
     * A change that was asked for.
     *
     * @param report what it does to the examples
     * @param version under which it holds now; 0 when it was only tried, or refused for making something worse
     */
    record Outcome(RuleTrial.Report report, long version) {}

    @Override
    public ReadingRules now() {
        Edition known = edition;
        Instant now = clock.instant();
        boolean fresh = known.version >= 0
                && Duration.between(known.lookedAt, now).abs().compareTo(STALENESS) < 0;
        return fresh ? known.rules : look(known, now);
    }

    private ReadingRules look(Edition known, Instant now) {
        try {
            long version = store.version();
            Edition found = version == known.version
                    ? new Edition(version, known.rules, now)
                    : new Edition(version, ReadingRules.shipped().with(store.holding()), now);
            if (version != known.version) {
                log.info(
                        "Mails are read by {} rules of our own, version {}",
                        found.rules.own().size(),
                        version);
            }
            edition = found;
            return found.rules;
        } catch (DataAccessException e) {
            log.warn("The rules of reading could not be looked up, those of before hold on: {}", e.toString());
            return known.rules;
        }
    }

    /** What a change would do. */
    @Transactional(readOnly = true)
    public RuleTrial.Report attempt(List<OwnRule> added, List<Long> takenBack) {
        return trial(added, takenBack);
    }

    /**
     * Makes a change, unless an example that was read rightly would not be any more.
     *
     * @param despite makes it all the same
     * @param by who asks for it
     */
    @Transactional
    public Outcome change(List<OwnRule> added, List<Long> takenBack, boolean despite, String by) {
        store.lock();
        RuleTrial.Report report = trial(added, takenBack);
        if (report.isWorse() && !despite) {
            return new Outcome(report, 0);
        }
        long version = store.begin(clock.instant(), by, report.inRussian());
        added.forEach(rule -> store.add(rule, version));
        int gone = store.takeBack(takenBack, version);
        lookAnewAfterCommit();
        log.info("Rules of reading, version {}: {} added, {} taken back by {}", version, added.size(), gone, by);
        return new Outcome(report, version);
    }

    private void lookAnewAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                edition = NOT_LOOKED;
            }
        });
    }

    List<RuleStore.Kept> history(int limit) {
        return store.history(limit);
    }

    private RuleTrial.Report trial(List<OwnRule> added, List<Long> takenBack) {
        List<RuleStore.Kept> holding = store.history(MOST_RULES + 1).stream()
                .filter(RuleStore.Kept::holds)
                .toList();
        if (holding.size() + added.size() > MOST_RULES) {
            throw new IllegalArgumentException("Правил не может быть больше " + MOST_RULES + ". Уберите лишние");
        }
        List<OwnRule> after = new ArrayList<>(holding.stream()
                .filter(kept -> !takenBack.contains(kept.id()))
                .map(RuleStore.Kept::rule)
                .toList());
        after.addAll(added);
        return RuleTrial.of(
                ReadingRules.shipped()
                        .with(holding.stream().map(RuleStore.Kept::rule).toList()),
                ReadingRules.shipped().with(after),
                cases.orderedStream()
                        .flatMap(known -> known.latest(MOST_CASES).stream())
                        .toList());
    }
}
