package org.perezvon.knowledge.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Words that people say and that lead nowhere: «подскажите», «пожалуйста», «мне». One per line in {@code knowledge/noise.txt}. */
@Component
public class NoiseWords {

    private static final ClassPathResource WORDS = new ClassPathResource("knowledge/noise.txt");

    private final Set<String> lemmas;

    public NoiseWords(Vocabulary vocabulary) {
        try (InputStream words = WORDS.getInputStream()) {
            lemmas = new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> vocabulary.tokens(line).stream())
                    .flatMap(token -> token.lemmas().stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("I could not read " + WORDS.getPath(), e);
        }
    }

    /** Whether the word says nothing, whatever it is a form of. */
    public boolean isNoise(Token token) {
        return token.written().length() < 2
                        && !Character.isDigit(token.written().charAt(0))
                || lemmas.containsAll(token.lemmas());
    }
}
