package org.perezvon.inquiry;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.perezvon.directory.Agency;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.ProcessesFolder;
import org.perezvon.kernel.Centre;
import org.perezvon.mail.Letter;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The letters of an inquiry. Their wording lies in {@code processes/letters/*.txt}: the first line is the subject after
 * «Тема:», the rest after a blank line is the text.
 */
@Component
class InquiryLetters {

    /** Purposes of the letters that press for an answer: nobody needs them once it is there. */
    static final Set<String> PRESSING = Set.of(Purpose.REMINDER.name(), Purpose.OVERDUE.name());

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'года в' HH:mm", RUSSIAN);
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'года,' HH:mm (EEEE)", RUSSIAN);
    private static final String SUBJECT = "Тема:";

    private final ProcessesFolder folder;
    private final Centre centre;

    InquiryLetters(ProcessesFolder folder, Centre centre) {
        this.folder = folder;
        this.centre = centre;
        // A wording that cannot be read must stop the start, not a citizen's question.
        for (Purpose purpose : Purpose.values()) {
            template(purpose);
        }
    }

    /** Why we write to an agency. */
    enum Purpose {
        REQUEST("inquiry-request.txt", Letter.Origin.PERSON),
        REMINDER("inquiry-reminder.txt", Letter.Origin.TIMER),
        OVERDUE("inquiry-overdue.txt", Letter.Origin.TIMER),
        REASON_MISSING("inquiry-reason-missing.txt", Letter.Origin.ANSWER_TO_MAIL);

        private final String file;
        private final Letter.Origin origin;

        Purpose(String file, Letter.Origin origin) {
            this.file = file;
            this.origin = origin;
        }
    }

    Letter write(Purpose purpose, Inquiry inquiry, Agency agency, ResponsiblePerson to, Inquiry.Term term) {
        String filled;
        try {
            filled = template(purpose).execute(words(inquiry, agency, to, term));
        } catch (MustacheException e) {
            throw new IllegalStateException("В тексте письма «" + purpose.file + "» ошибка: " + e.getMessage(), e);
        }
        List<String> lines = filled.lines().toList();
        return new Letter(
                inquiry.id().toString(),
                purpose.name(),
                to.name(),
                to.email(),
                lines.get(0).substring(SUBJECT.length()).strip(),
                String.join("\n", lines.subList(1, lines.size())).strip(),
                purpose.origin);
    }

    private Map<String, String> words(Inquiry inquiry, Agency agency, ResponsiblePerson to, Inquiry.Term term) {
        ZoneId zone = agency.zone();
        return Map.ofEntries(
                Map.entry("agencyName", agency.name()),
                Map.entry("responsibleName", to.name()),
                Map.entry("inquiryNumber", inquiry.number()),
                Map.entry("questionText", inquiry.text()),
                Map.entry("calledAt", MOMENT.format(inquiry.calledAt().atZone(zone))),
                Map.entry("due", DUE.format(term.due().atZone(zone))),
                Map.entry("maximum", DUE.format(term.maximum().atZone(zone))),
                Map.entry("explanation", term.explanation()),
                Map.entry("centreName", centre.name()),
                Map.entry("centrePhone", centre.phone()));
    }

    private Template template(Purpose purpose) {
        List<Resource> found = folder.matching("processes/letters/" + purpose.file);
        if (found.isEmpty()) {
            throw new IllegalStateException("Нет текста письма processes/letters/" + purpose.file);
        }
        try {
            String text = found.get(0).getContentAsString(StandardCharsets.UTF_8);
            if (!text.startsWith(SUBJECT)) {
                throw new IllegalStateException(
                        "Первая строка письма «" + purpose.file + "» должна начинаться словом «Тема:»");
            }
            return Mustache.compiler().escapeHTML(false).compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать письмо «" + purpose.file + "»", e);
        }
    }
}
