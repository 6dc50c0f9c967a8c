package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an inquiry whose agency says that it is not competent. */
@Component
@Transactional
class Redirections {

    private static final Logger log = LoggerFactory.getLogger(Redirections.class);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{4,}");

    /** Endings change with the case: «министерству» is «министерство». */
    private static final int STEM = 6;

    private final InquiryStore store;
    private final ResolutionStore resolutions;
    private final Inquiries inquiries;
    private final Directory directory;
    private final InquiryPost post;
    private final Clock clock;

    Redirections(
            InquiryStore store,
            ResolutionStore resolutions,
            Inquiries inquiries,
            Directory directory,
            InquiryPost post,
            Clock clock) {
        this.store = store;
        this.resolutions = resolutions;
        this.inquiries = inquiries;
        this.directory = directory;
        this.post = post;
        this.clock = clock;
    }

    /**
     * Plans the inquiry to another agency: the next leg of the same question, with a clock of its own and a reference to the
     * first.
     */
    InquiryId planOther(InquiryId id, long resolution) {
        Inquiry first = store.locked(id);
        Resolution decided = resolutions.get(id, resolution);
        Instant now = clock.instant();
        Inquiry.Origin origin = new Inquiry.Origin(
                first.origin().kind(), first.calledAt(), now, now, Optional.of(id), Optional.of(decided.by()));
        InquiryId next =
                inquiries.plan(first.questionNumber(), decided.agencyCode().orElseThrow(), first.text(), origin);
        release(id);
        log.info(
                "Inquiry {} goes on as another to {}",
                first.number(),
                decided.agencyCode().orElse(""));
        return next;
    }

    /** Nothing more is expected of this agency: another one answers in its place. */
    void release(InquiryId id) {
        store.become(id, Inquiry.State.REDIRECTED);
        post.takeBack(id, InquiryLetters.PRESSING);
    }

    /** The answer is expected of this agency all the same; the same clock runs on. */
    void insist(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        Resolution decided = resolutions.get(id, resolution);
        boolean late = store.hasViolated(id, Violation.LATE_ANSWER);
        store.become(id, late ? Inquiry.State.OVERDUE : Inquiry.State.WAITING);
        post.answer(
                InquiryLetters.Purpose.INSISTED,
                inquiry,
                decided.mailId(),
                Map.of("why", decided.note().orElse("")));
    }

    /** The agencies of the directory that these words may mean, the likeliest first; a person chooses. */
    @Transactional(readOnly = true)
    List<Agency> meant(String named, String exceptCode) {
        Set<String> words = stems(named);
        return directory.agencies().stream()
                .filter(agency -> !agency.code().equals(exceptCode))
                .filter(agency -> likeness(words, agency) > 0)
                .sorted(Comparator.comparingDouble((Agency agency) -> likeness(words, agency))
                        .reversed())
                .limit(5)
                .toList();
    }

    /** Which share of the words is found in its name, a little more when the name says little else. */
    private static double likeness(Set<String> words, Agency agency) {
        Set<String> name = stems(agency.name() + " " + agency.shortName());
        long common = words.stream().filter(name::contains).count();
        return common == 0 || words.isEmpty() ? 0 : (double) common / words.size() + (double) common / name.size() / 2;
    }

    private static Set<String> stems(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .results()
                .map(word ->
                        word.group().substring(0, Math.min(STEM, word.group().length())))
                .collect(Collectors.toSet());
    }
}
