package org.perezvon.mail.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The phrases by which a kind of letter is recognised, from {@code mail/phrases.txt}; its head explains the notation. */
final class Phrases {

    static final Phrases ACKNOWLEDGEMENT = named("ACKNOWLEDGEMENT");
    static final Phrases AUTO_REPLY = named("AUTO_REPLY");
    static final Phrases AUTO_REPLY_SUBJECT = named("AUTO_REPLY_SUBJECT");
    static final Phrases EXTENSION = named("EXTENSION");
    static final Phrases REASON = named("REASON");
    static final Phrases REFUSAL = named("REFUSAL");
    static final Phrases CLARIFICATION = named("CLARIFICATION");
    static final Phrases KNOWLEDGE_UPDATE_SUBJECT = named("KNOWLEDGE_UPDATE_SUBJECT");
    static final Phrases GREETING = named("GREETING");
    static final Phrases POLITENESS = named("POLITENESS");
    static final Phrases BOUNCE_SUBJECT = named("BOUNCE_SUBJECT");
    static final Phrases DELAY_SUBJECT = named("DELAY_SUBJECT");
    static final Phrases RECEIPT_SUBJECT = named("RECEIPT_SUBJECT");

    private final List<Rule> rules;

    private Phrases(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Whether a sentence, or a subject, says it. */
    boolean in(String sentence) {
        String words = sentence.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
        return rules.stream().anyMatch(rule -> rule.fits(words));
    }

    /** One line of the file: every part must fit. */
    private record Rule(List<Part> parts) {

        static Rule parse(String line) {
            return new Rule(Arrays.stream(line.split(" \\+ ")).map(Part::parse).toList());
        }

        boolean fits(String words) {
            return parts.stream().allMatch(part -> part.fits(words));
        }
    }

    /** Alternatives, of which one must be there, or, when denied, none. */
    private record Part(boolean denied, List<String> phrases) {

        static Part parse(String text) {
            boolean denied = text.strip().startsWith("- ");
            String phrases = denied ? text.strip().substring(2) : text;
            return new Part(
                    denied,
                    Arrays.stream(phrases.split("\\|")).map(Part::phrase).toList());
        }

        private static String phrase(String text) {
            return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
        }

        boolean fits(String words) {
            return denied != phrases.stream().anyMatch(phrase -> fits(phrase, words));
        }

        private static boolean fits(String phrase, String words) {
            return switch (phrase.charAt(0)) {
                case '^' -> words.startsWith(phrase.substring(1));
                case '=' -> withoutStop(words).equals(phrase.substring(1));
                default -> isSaid(phrase, words);
            };
        }

        /** From the beginning of a word: «я в отпуске» is not said in «находится в отпуске». */
        private static boolean isSaid(String phrase, String words) {
            for (int at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
                if (at == 0 || !Character.isLetter(words.charAt(at - 1))) {
                    return true;
                }
            }
            return false;
        }

        private static String withoutStop(String words) {
            int end = words.length();
            while (end > 0 && ".!, ".indexOf(words.charAt(end - 1)) >= 0) {
                end--;
            }
            return words.substring(0, end);
        }
    }

    private static Phrases named(String section) {
        List<Rule> rules = Book.SECTIONS.get(section);
        if (rules == null) {
            throw new IllegalStateException("В mail/phrases.txt нет раздела [" + section + "]");
        }
        return new Phrases(rules);
    }

    /** The file, read once. */
    private static final class Book {

        static final Map<String, List<Rule>> SECTIONS = read();

        private static Map<String, List<Rule>> read() {
            try (InputStream file = Phrases.class.getResourceAsStream("/mail/phrases.txt")) {
                if (file == null) {
                    throw new IllegalStateException("Нет файла mail/phrases.txt");
                }
                return sections(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, List<Rule>> sections(String text) {
            Map<String, List<Rule>> sections = new LinkedHashMap<>();
            List<Rule> current = new ArrayList<>();
            for (String line : text.split("\r?\n")) {
                String bare = line.strip();
                if (bare.startsWith("[") && bare.endsWith("]")) {
                    current = new ArrayList<>();
                    sections.put(bare.substring(1, bare.length() - 1), current);
                } else if (!bare.isEmpty() && !bare.startsWith("#")) {
                    current.add(Rule.parse(bare));
                }
            }
            return sections;
        }
    }
}
