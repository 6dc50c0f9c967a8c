package org.perezvon.question;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.engine.ProcessesFolder;
import org.perezvon.inquiry.Answer;
import org.perezvon.inquiry.Inquiry;
import org.perezvon.kernel.Centre;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The text to say to a citizen, composed from the answers. Its wording lies in {@code processes/call-back-words.txt}. */
@Component
class CallBackWords {

    private static final String FILE = "processes/call-back-words.txt";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("ru"));

    private final ProcessesFolder folder;
    private final Directory directory;
    private final Centre centre;

    CallBackWords(ProcessesFolder folder, Directory directory, Centre centre) {
        this.folder = folder;
        this.directory = directory;
        this.centre = centre;
        // A wording that cannot be read must stop the start, not a call.
        template();
    }

    /** @param answers those the citizen has not heard */
    String toSay(Question question, List<Inquiry> legs, List<Answer> answers, News news) {
        return template()
                .execute(Map.of(
                        "centreName", centre.name(),
                        "calledAt", DAY.format(question.calledAt().atZone(centre.zone())),
                        "answers",
                                answers.stream()
                                        .map(answer -> Map.of(
                                                "agencyName",
                                                nameOf(answer, legs),
                                                "text",
                                                answer.text().strip()))
                                        .toList(),
                        "unanswered", named(legs.stream().filter(leg -> news.holds(leg.id(), Optional.empty()))),
                        "waiting",
                                named(legs.stream().filter(leg -> !leg.state().isOver()))))
                .strip();
    }

    private List<Map<String, String>> named(Stream<Inquiry> legs) {
        return legs.map(leg -> Map.of("agencyName", name(leg.agencyCode()))).toList();
    }

    private String nameOf(Answer answer, List<Inquiry> legs) {
        return legs.stream()
                .filter(leg -> leg.id().equals(answer.inquiry()))
                .findFirst()
                .map(leg -> name(leg.agencyCode()))
                .orElse("Орган власти");
    }

    private String name(String agency) {
        return directory.agency(agency).map(Agency::name).orElse(agency);
    }

    private Template template() {
        List<Resource> found = folder.matching(FILE);
        if (found.isEmpty()) {
            throw new IllegalStateException("Нет файла " + FILE + ": в нём слова, которыми оператор передаёт ответ");
        }
        try {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .compile(found.get(0).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать " + FILE, e);
        }
    }
}
