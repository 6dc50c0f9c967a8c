package org.perezvon.engine;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The wording of letters, which lies beside the diagrams in {@code processes/letters/*.txt}: the first line is the subject
 * after «Тема:», the rest after a blank line is the text.
 */
@Component
public class LetterTexts {

    private static final String SUBJECT = "Тема:";

    private final ProcessesFolder folder;

    LetterTexts(ProcessesFolder folder) {
        this.folder = folder;
    }

    /** A letter's text with its words filled in. */
    public record Filled(String subject, String body) {}

    /** @throws IllegalStateException when it cannot be read, or names a word that nobody supplies; in Russian */
    public Filled fill(String file, Map<String, ?> words) {
        try {
            List<String> lines = template(file).execute(words).lines().toList();
            return new Filled(
                    lines.get(0).substring(SUBJECT.length()).strip(),
                    String.join("\n", lines.subList(1, lines.size())).strip());
        } catch (MustacheException e) {
            throw new IllegalStateException("В тексте письма «" + file + "» ошибка: " + e.getMessage(), e);
        }
    }

    /** A wording that cannot be read must stop the start, not a letter. */
    public void check(String file) {
        template(file);
    }

    private Template template(String file) {
        List<Resource> found = folder.matching("processes/letters/" + file);
        if (found.isEmpty()) {
            throw new IllegalStateException("Нет текста письма processes/letters/" + file);
        }
        try {
            String text = found.get(0).getContentAsString(StandardCharsets.UTF_8);
            if (!text.startsWith(SUBJECT)) {
                throw new IllegalStateException("Первая строка письма «" + file + "» должна начинаться словом «Тема:»");
            }
            return Mustache.compiler().escapeHTML(false).compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать письмо «" + file + "»", e);
        }
    }
}
