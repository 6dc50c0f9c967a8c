package org.perezvon.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perezvon.directory.Agency;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.LetterTexts;
import org.perezvon.kernel.Centre;
import org.perezvon.mail.Letter;
import org.springframework.stereotype.Component;

/** The letters of an inquiry; their wording are {@code processes/letters/inquiry-*.txt}. */
@Component
class InquiryLetters {

    /** Purposes of the letters that press for an answer: nobody needs them once it is there. */
    static final Set<String> PRESSING =
            Set.of(Purpose.REMINDER.name(), Purpose.OVERDUE.name(), Purpose.OVERDUE_HEAD.name());

    /** Letters without which no answer is to be expected: who does not get them is not reached. */
    static final Set<String> CARRYING = Set.of(
            Purpose.REQUEST.name(),
            Purpose.INFORMATION.name(),
            Purpose.DEPUTY.name(),
            Purpose.CLARIFICATION.name(),
            Purpose.INSISTED.name(),
            Purpose.ANSWER_RETURNED.name());

    /** What need not leave any more when the answer is here: letters that press, and the request to another address. */
    static final Set<String> ANSWERED =
            Stream.concat(PRESSING.stream(), Purpose.REQUESTS.stream()).collect(Collectors.toSet());

    /** What need not leave any more when nobody needs the answer. */
    static final Set<String> NO_LONGER_NEEDED =
            Arrays.stream(Purpose.values()).map(Purpose::name).collect(Collectors.toSet());

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'года в' HH:mm", RUSSIAN);
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'года,' HH:mm (EEEE)", RUSSIAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy 'года'", RUSSIAN);

    private final LetterTexts texts;
    private final Centre centre;

    InquiryLetters(LetterTexts texts, Centre centre) {
        this.texts = texts;
        this.centre = centre;
        // A wording that cannot be read must stop the start, not a citizen's question.
        for (Purpose purpose : Purpose.values()) {
            texts.check(purpose.file);
        }
    }

    /** Why we write to an agency. */
    enum Purpose {
        REQUEST("inquiry-request.txt", Letter.Origin.PERSON),
        /** The centre's own question (I-7.1). */
        INFORMATION("inquiry-information.txt", Letter.Origin.PERSON),
        /** The same request to whoever stands in for an absent person. */
        DEPUTY("inquiry-deputy.txt", Letter.Origin.PERSON),
        REMINDER("inquiry-reminder.txt", Letter.Origin.TIMER),
        OVERDUE("inquiry-overdue.txt", Letter.Origin.TIMER),
        /** To the head of the agency (I-5). */
        OVERDUE_HEAD("inquiry-overdue-head.txt", Letter.Origin.TIMER),
        /** A supervisor waits beyond the five working days. */
        WAITING_ON("inquiry-waiting-on.txt", Letter.Origin.PERSON),
        EXTENDED("inquiry-extended.txt", Letter.Origin.ANSWER_TO_MAIL),
        EXTENSION_REFUSED("inquiry-extension-refused.txt", Letter.Origin.ANSWER_TO_MAIL),
        REASON_MISSING("inquiry-reason-missing.txt", Letter.Origin.ANSWER_TO_MAIL),
        CLARIFICATION("inquiry-clarification.txt", Letter.Origin.PERSON),
        /** The answer is expected of this agency all the same. */
        INSISTED("inquiry-insisted.txt", Letter.Origin.PERSON),
        ANSWER_RETURNED("inquiry-answer-returned.txt", Letter.Origin.PERSON),
        WITHDRAWN("inquiry-withdrawn.txt", Letter.Origin.PERSON);

        /** Purposes of the letters whose receipt starts the clock. */
        static final Set<String> REQUESTS = Set.of(REQUEST.name(), INFORMATION.name());

        private final String file;
        private final Letter.Origin origin;

        Purpose(String file, Letter.Origin origin) {
            this.file = file;
            this.origin = origin;
        }

        /** Nothing when it is another room's letter. */
        static Optional<Purpose> named(String name) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.name().equals(name))
                    .findFirst();
        }

        static Purpose requestOf(Inquiry inquiry) {
            return inquiry.origin().kind() == RequestKind.INFORMATION_REQUEST ? INFORMATION : REQUEST;
        }
    }

    /** @param more words that only this letter has */
    Letter write(
            Purpose purpose,
            Inquiry inquiry,
            Agency agency,
            ResponsiblePerson to,
            Inquiry.Term term,
            Map<String, ?> more) {
        Map<String, Object> words = new HashMap<>(words(inquiry, agency, to, term));
        words.putAll(more);
        LetterTexts.Filled filled = texts.fill(purpose.file, words);
        return new Letter(
                inquiry.id().toString(),
                purpose.name(),
                to.name(),
                to.email(),
                filled.subject(),
                filled.body(),
                purpose.origin);
    }

    /** «20 ноября 2026 года, 18:00 (пятница)» */
    static String moment(Instant moment, ZoneId zone) {
        return DUE.format(moment.atZone(zone));
    }

    /** «20 ноября 2026 года» */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private Map<String, Object> words(Inquiry inquiry, Agency agency, ResponsiblePerson to, Inquiry.Term term) {
        ZoneId zone = agency.zone();
        return Map.ofEntries(
                Map.entry("agencyName", agency.name()),
                Map.entry("responsibleName", to.name()),
                Map.entry("inquiryNumber", inquiry.number()),
                Map.entry("questionText", inquiry.text()),
                Map.entry("calledAt", MOMENT.format(inquiry.calledAt().atZone(zone))),
                Map.entry("due", moment(term.due(), zone)),
                Map.entry("maximum", moment(term.maximum(), zone)),
                Map.entry("explanation", term.explanation()),
                Map.entry("citizens", inquiry.origin().kind() == RequestKind.CITIZEN_QUESTION),
                Map.entry("redirected", inquiry.origin().insteadOf().isPresent()),
                Map.entry("centreName", centre.name()),
                Map.entry("centrePhone", centre.phone()));
    }
}
