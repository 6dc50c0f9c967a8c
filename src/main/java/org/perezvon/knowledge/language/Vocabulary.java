package org.perezvon.knowledge.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.springframework.stereotype.Component;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * What words are forms of: «справок» of «справка», «детей» of «ребенок». Words in no dictionary (маткапитал, surnames, Kazakh) lose
 * their Russian endings instead. Safe for many threads.
 */
@Component
public class Vocabulary {

    /** Grows whenever the same text would give other lemmas: what was kept is then made anew. */
    public static final int EDITION = 1;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final URL DICTIONARY =
            Objects.requireNonNull(Vocabulary.class.getResource("/org/languagetool/resource/ru/russian.dict"));
    /** First names, surnames and patronymics, as the dictionary marks them. */
    private static final Pattern NAME = Pattern.compile("^NN:(?:Name|Fam|Patr)");

    private static final int ROOT = 5;
    private static final int LONGEST_WORD = 60;

    private record Entry(Set<String> lemmas, boolean known, boolean name) {}

    private final Dictionary dictionary;
    private final Cache<String, Entry> entries =
            Caffeine.newBuilder().maximumSize(200_000).build();

    public Vocabulary() {
        try {
            dictionary = Dictionary.read(DICTIONARY);
        } catch (IOException e) {
            throw new UncheckedIOException("I could not read the Russian dictionary " + DICTIONARY, e);
        }
    }

    /** The words of a text, in their order. */
    public List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String written = plain(words.group());
            if (written.length() <= LONGEST_WORD) {
                tokens.add(new Token(
                        written, words.start(), words.end(), entry(written).lemmas()));
            }
        }
        return tokens;
    }

    /** Whether a dictionary has the word in this form. */
    public boolean knows(String word) {
        return entry(plain(word)).known();
    }

    /** Whether the word, in this form, may be somebody's: Мария, Сидорова, Петрович; also Вера, though she may be faith. */
    public boolean mayBeName(String word) {
        return entry(plain(word)).name();
    }

    /** @param word in any form */
    public Set<String> lemmas(String word) {
        return entry(plain(word)).lemmas();
    }

    /** The letters that a word shares with its relatives: льготный, льготник and льгота; empty, where it is too short to say. */
    public static String root(String lemma) {
        String stem = stem(lemma);
        return stem.length() < ROOT ? "" : stem.substring(0, ROOT);
    }

    /** Small letters, ё as е: people seldom write it. */
    public static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private Entry entry(String plain) {
        return entries.get(plain, this::look);
    }

    private Entry look(String plain) {
        Set<String> lemmas = new LinkedHashSet<>();
        // A lookup keeps notes while it searches; the dictionary below it is shared.
        List<WordData> forms = new DictionaryLookup(dictionary).lookup(plain);
        forms.forEach(form ->
                lemmas.add(form.getStem() == null ? plain : plain(form.getStem().toString())));
        boolean name = forms.stream()
                .anyMatch(form -> NAME.matcher(String.valueOf(form.getTag())).find());
        boolean known = !lemmas.isEmpty();
        if (!known) {
            lemmas.add(stem(plain));
        }
        return new Entry(Set.copyOf(lemmas), known, name);
    }

    /** A word without its Russian endings; not always a word. */
    public static String stem(String plain) {
        RussianStemmer stemmer = new RussianStemmer();
        stemmer.setCurrent(plain);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
