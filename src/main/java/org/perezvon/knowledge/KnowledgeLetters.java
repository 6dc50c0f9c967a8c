package org.perezvon.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.engine.LetterTexts;
import org.perezvon.kernel.Centre;
import org.perezvon.mail.Letter;
import org.springframework.stereotype.Component;

/** The letters about the information base; their wording are {@code processes/letters/knowledge-*.txt}. */
@Component
class KnowledgeLetters {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy 'года'", RUSSIAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'года,' HH:mm (EEEE)", RUSSIAN);

    private final LetterTexts texts;
    private final Centre centre;

    KnowledgeLetters(LetterTexts texts, Centre centre) {
        this.texts = texts;
        this.centre = centre;
        for (Purpose purpose : Purpose.values()) {
            texts.check(purpose.file);
        }
    }

    /** Why we write to an agency. */
    enum Purpose {
        /** What is in force now (I-4.2). */
        KNOWLEDGE_PUBLISHED("knowledge-published.txt", Letter.Origin.PERSON),
        KNOWLEDGE_QUESTION("knowledge-question.txt", Letter.Origin.PERSON),
        KNOWLEDGE_REJECTED("knowledge-rejected.txt", Letter.Origin.PERSON),
        /** May this answer be kept for everybody? */
        KNOWLEDGE_APPROVAL("knowledge-approval.txt", Letter.Origin.PERSON),
        KNOWLEDGE_APPROVAL_REMINDER("knowledge-approval-reminder.txt", Letter.Origin.TIMER),
        /** Do these items still hold? */
        KNOWLEDGE_CONFIRMATION("knowledge-confirmation.txt", Letter.Origin.TIMER),
        KNOWLEDGE_CONFIRMATION_REMINDER("knowledge-confirmation-reminder.txt", Letter.Origin.TIMER),
        KNOWLEDGE_PROLONGED("knowledge-prolonged.txt", Letter.Origin.ANSWER_TO_MAIL),
        /** Nobody said that they do (I-5). */
        KNOWLEDGE_EXPIRED("knowledge-expired.txt", Letter.Origin.TIMER);

        private final String file;
        private final Letter.Origin origin;

        Purpose(String file, Letter.Origin origin) {
            this.file = file;
            this.origin = origin;
        }
    }

    /** A letter that begins a thread, or goes on with it. */
    Letter write(Purpose purpose, String reference, Agency agency, Draft.Correspondent to, Map<String, ?> more) {
        Map<String, Object> words = new HashMap<>();
        words.put("agencyName", agency.name());
        words.put("personName", to.name());
        words.put("centreName", centre.name());
        words.put("centrePhone", centre.phone());
        words.putAll(more);
        LetterTexts.Filled filled = texts.fill(purpose.file, words);
        return new Letter(
                reference, purpose.name(), to.name(), to.email(), filled.subject(), filled.body(), purpose.origin);
    }

    /** The same letter below a mail it answers. */
    static Letter below(long mail, String subject, Letter letter) {
        return new Letter(
                letter.reference(),
                letter.purpose(),
                letter.toName(),
                letter.to(),
                subject.isBlank() ? letter.subject() : subject.matches("(?i)re:.*") ? subject : "Re: " + subject,
                letter.body(),
                letter.origin(),
                Optional.of(mail));
    }

    /** «20 ноября 2026 года» */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** «20 ноября 2026 года, 18:00 (пятница)», on the agency's clock. */
    static String moment(Instant moment, Agency agency) {
        return MOMENT.format(moment.atZone(agency.zone()));
    }
}
