package org.perezvon.question;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.WorkingCalendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which agencies are competent for what an operator is writing down, and why; asked with every word that is typed. */
@Component
@Transactional
class Competence {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PROPOSALS = 6;

    /** What weighs less says nothing. */
    private static final double LEAST_SCORE = 8;

    /** No call is transferred because of a passing word: of the best score so much is needed. */
    private static final double LIKELY = 0.6;

    private final Directory directory;
    private final Grounds grounds;
    private final CompetenceTable table;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Competence(Directory directory, Grounds grounds, CompetenceTable table, WorkingCalendars calendars, Clock clock) {
        this.directory = directory;
        this.grounds = grounds;
        this.table = table;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The likeliest first; none when nothing speaks for any agency. */
    List<CompetentAgency> proposed(String typed) {
        String text = typed.substring(0, Math.min(typed.length(), LONGEST_TEXT));
        Map<String, List<Evidence>> evidence = grounds.of(text).stream().collect(groupingBy(Evidence::agencyCode));
        if (evidence.isEmpty()) {
            return List.of();
        }
        List<Agency> agencies = directory.around(evidence.keySet());
        Function<CompetenceTable.Case, CompetenceRule> rules = table.rules();
        Deadlines deadlines = calendars.inForce();
        List<CompetentAgency> proposals = agencies.stream()
                .filter(agency -> evidence.containsKey(agency.code()))
                .map(agency -> weighed(agency, evidence.getOrDefault(agency.code(), List.of()), rules))
                .filter(proposal -> proposal.score() >= LEAST_SCORE)
                .sorted(Comparator.comparingDouble(CompetentAgency::score).reversed())
                .limit(MOST_PROPOSALS)
                .toList();
        double likely = proposals.stream()
                        .mapToDouble(CompetentAgency::score)
                        .findFirst()
                        .orElse(0)
                * LIKELY;
        return proposals.stream()
                .map(proposal ->
                        proposal.score() < likely ? proposal.answeredByLetter() : placed(proposal, agencies, deadlines))
                .toList();
    }

    private CompetentAgency weighed(
            Agency agency, List<Evidence> evidence, Function<CompetenceTable.Case, CompetenceRule> rules) {
        record Weighed(Evidence evidence, CompetenceRule rule) {
            double weight() {
                return rule.weight() * evidence.strength();
            }
        }
        List<Weighed> weighed = evidence.stream()
                .map(each ->
                        new Weighed(each, rules.apply(new CompetenceTable.Case(each.reason(), each.topic(), agency))))
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .toList();
        CompetenceRule transfer = weighed.stream()
                .map(Weighed::rule)
                .max(Comparator.comparing(CompetenceRule::transfer))
                .orElse(CompetenceRule.NONE);
        return new CompetentAgency(
                agency,
                weighed.stream().mapToDouble(Weighed::weight).sum(),
                weighed.stream().map(each -> each.evidence().inWords()).toList(),
                transfer.transfer(),
                transfer.clause(),
                List.of());
    }

    private CompetentAgency placed(CompetentAgency proposal, List<Agency> agencies, Deadlines deadlines) {
        if (proposal.transfer() == CompetenceRule.Transfer.NO) {
            return proposal;
        }
        List<TransferPlace> places = TransferPlace.of(proposal.agency(), agencies, deadlines, clock.instant()).stream()
                .sorted(Comparator.comparing(TransferPlace::atWork).reversed())
                .toList();
        return new CompetentAgency(
                proposal.agency(),
                proposal.score(),
                proposal.reasons(),
                proposal.transfer(),
                proposal.clause(),
                places);
    }
}
