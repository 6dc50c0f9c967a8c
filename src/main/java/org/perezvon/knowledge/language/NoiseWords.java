package org.perezvon.knowledge.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Words that people say and that lead nowhere («подскажите», «пожалуйста», «мне», in {@code knowledge/noise.txt}) or not far («сколько», «оформить», in
 * {@code knowledge/weak.txt}).
 */
@Component
public class NoiseWords {

    private final Set<String> noise;
    private final Set<String> weak;

    public NoiseWords(Vocabulary vocabulary) {
        noise = lemmas("knowledge/noise.txt", vocabulary);
        weak = lemmas("knowledge/weak.txt", vocabulary);
    }

    private static Set<String> lemmas(String resource, Vocabulary vocabulary) {
        try (InputStream words = new ClassPathResource(resource).getInputStream()) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> vocabulary.tokens(line).stream())
                    .flatMap(token -> token.lemmas().stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("I could not read " + resource, e);
        }
    }

    /** Whether the word says nothing, whatever it is a form of. */
    public boolean isNoise(Token token) {
        return token.written().length() < 2
                        && !Character.isDigit(token.written().charAt(0))
                || noise.containsAll(token.lemmas());
    }

    /** Whether the word may be one that says little. */
    public boolean isWeak(Token token) {
        return token.lemmas().stream().anyMatch(weak::contains);
    }
}
