package org.perezvon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailKind;
import org.yaml.snakeyaml.Yaml;

/**
 * A letter with its expected reading beside it: {@code NAME.eml} and {@code NAME.yml}.
 *
 * @param expected what is expected, by key; what has no key is not asked
 */
public record CorpusMail(String name, Path letter, Map<String, Object> expected) {

    /** The letters of this project. */
    public static final Path OURS = Path.of("src/test/resources/mail");

    /** Every letter of a folder that has an expectation, by name. */
    public static List<CorpusMail> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .map(CorpusMail::of)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusMail of(Path expectation) {
        String file = expectation.getFileName().toString();
        String name = file.substring(0, file.length() - ".yml".length());
        try {
            return new CorpusMail(
                    name, expectation.resolveSibling(name + ".eml"), new Yaml().load(Files.readString(expectation)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        try {
            return Files.readAllBytes(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean asks(String key) {
        return expected.containsKey(key);
    }

    /** Null where nothing is asked, or absence is expected. */
    public @Nullable String word(String key) {
        Object value = expected.get(key);
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked")
    public List<String> words(String key) {
        return (List<String>) expected.getOrDefault(key, List.of());
    }

    /** Each answer with the line it answers. */
    @SuppressWarnings("unchecked")
    public List<Map<String, String>> answered() {
        return (List<Map<String, String>>) expected.getOrDefault("answered", List.of());
    }

    public MailKind kind() {
        return MailKind.valueOf(String.valueOf(expected.get("kind")).toUpperCase(Locale.ROOT));
    }

    /** In which it is written, e.g. {@code kk}. */
    public String language() {
        return String.valueOf(expected.getOrDefault("language", "ru"));
    }

    /** The program that made it. */
    public String client() {
        return String.valueOf(expected.getOrDefault("client", "?"));
    }

    /** The letter of ours that it answers, where that is known; else empty. */
    public String answers() {
        return String.valueOf(expected.getOrDefault("answers", ""));
    }

    @Override
    public String toString() {
        return name;
    }
}
