package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/**
 * A short line as a person sees it who wonders whether it is part of a signature: does it only name somebody, a post, or an
 * office? It never does where it says something: with a verb, a full stop, a sum, an address, a dash.
 */
final class NameLine {

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 12;
    private static final int MOST_MODIFIERS = 4;
    private static final int LONGEST_NUMBER = 4;
    private static final int LONGEST_ACRONYM = 6;

    private static final WordList POSTS = SignatureWords.list("posts");
    private static final WordList BODIES = SignatureWords.list("bodies");
    private static final WordList POSITIONS = SignatureWords.list("positions");
    private static final WordList LAST_WORDS = SignatureWords.list("last words");
    private static final WordList COMPOUND_ENDS = SignatureWords.list("compound ends");
    private static final WordList NO_BODIES = SignatureWords.list("no bodies");
    private static final WordList NEVER = SignatureWords.list("never in names");

    private static final List<String> ADJECTIVES =
            List.of("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "лық", "лік", "дық", "дік");
    private static final List<String> SHORTENED =
            List.of("ст", "мл", "гл", "вед", "и.о", "и", "о", "вр", "врио", "инж");
    private static final List<String> STREETS =
            List.of(" ул.", " просп", " пр-т ", " пер.", " көшесі", " пл.", " шоссе");
    private static final List<String> SMALL = List.of(
            "of", "for", "the", "and", "to", "in", "de", "du", "la", "für", "und", "der", "des", "im", "do", "i");

    private final String text;
    private final List<String> written = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private NameLine(String text) {
        this.text = text.strip();
        for (String word : this.text.split("[\\s,\"«»“”„()]+|(?<=\\.)(?=\\p{Lu})")) {
            if (!word.isEmpty()) {
                written.add(word);
                words.add(WordList.plain(word));
            }
        }
    }

    static NameLine of(String text) {
        return new NameLine(text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text);
    }

    /** Nothing but names, posts and offices may stand there. */
    boolean saysNothing() {
        if (words.isEmpty() || text.length() > LONGEST || words.size() > MOST_WORDS || hasSentenceMarks()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean small = Character.isLowerCase(written.get(i).codePointAt(0));
            if (NEVER.is(word) || (Character.isDigit(word.charAt(0)) && !isOrdinal(i))) {
                return false;
            }
            if ((small || i == 0) && !isHead(i) && Verbs.mayBe(word)) {
                return false;
            }
            if (small && isLatin(word) && !SMALL.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSentenceMarks() {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean list = "-–—•*·+>=".indexOf(first) >= 0 || Character.isDigit(first);
        boolean stops = "!?:;…".indexOf(last) >= 0 || (last == '.' && !endsShortened());
        boolean inside = text.contains(" — ")
                || text.contains(" – ")
                || text.contains(" - ")
                || text.indexOf(':') >= 0
                || text.indexOf('?') >= 0
                || text.indexOf(';') >= 0
                || text.indexOf('=') >= 0;
        return list || stops || inside || hasStreet(WordList.plain(text));
    }

    /** «МФЦ, ул. Мира, 3»: where to go. */
    static boolean hasStreet(String words) {
        return STREETS.stream().anyMatch(words::contains);
    }

    /** «Чугунов Л.» */
    private boolean endsShortened() {
        String last = written.get(written.size() - 1);
        return last.length() <= 3 && Character.isUpperCase(last.charAt(0));
    }

    /** «№ 32», «школы 5», «2 класса»: not «15 000» nor a date. */
    private boolean isOrdinal(int i) {
        String word = words.get(i);
        return i > 0 && word.length() <= LONGEST_NUMBER && word.indexOf('.') < 0 && word.indexOf('/') < 0;
    }

    /** A post or rank, and perhaps who has it. */
    boolean isPost() {
        return !isBody() && (headIn(POSTS) || headIn(POSITIONS) || endsWithHead());
    }

    /** An office, an institution, a company. */
    boolean isBody() {
        return headIn(BODIES) || isCityCompany();
    }

    boolean identifies() {
        return isPost() || isBody() || headIn(POSITIONS) || endsWithHead();
    }

    /** «ЦОДД», «ПТО МУП»: capital letters, as offices shorten themselves. */
    boolean isAcronym() {
        String first = written.get(0);
        long capitals = first.codePoints().filter(Character::isUpperCase).count();
        return first.length() <= LONGEST_ACRONYM
                && (capitals == first.length()
                        ? capitals > 1
                        : capitals > 2 && first.chars().allMatch(Character::isLetter))
                && !NO_BODIES.is(words.get(0))
                && words.size() <= 4;
    }

    /** Somebody's name stands at its end, or at its beginning before a comma. */
    boolean isNamed() {
        int comma = text.indexOf(',');
        return isName()
                || PersonName.isAtEndOf(text)
                || PersonName.endsWithInitials(text)
                || (comma > 0 && PersonName.is(text.substring(0, comma)))
                || (isPost() && endsWithNameWord() && !isCityCompany());
    }

    private boolean endsWithNameWord() {
        int last = written.size() - 1;
        return last > 0 && isNameWord(last) && !isHead(last) && !isLast(words.get(last));
    }

    boolean isPostAndName() {
        return isPost() && isNamed();
    }

    boolean isName() {
        return (PersonName.is(text) && !identifies()) || isOneName();
    }

    boolean isOneName() {
        return written.size() == 1 && isNameWord(0) && text.length() > 2 && !identifies();
    }

    /** Goes on with what the line above has begun. */
    boolean goesOn() {
        return Character.isLowerCase(text.codePointAt(0));
    }

    boolean isNumbered() {
        return text.indexOf('№') >= 0 || text.codePoints().anyMatch(Character::isDigit);
    }

    /** «Автовокзал, Рынок, Больница» */
    boolean isEnumeration() {
        return text.chars().filter(c -> c == ',').count() > 1;
    }

    private boolean isNameWord(int i) {
        String word = written.get(i);
        return word.length() >= 2
                && Character.isUpperCase(word.charAt(0))
                && word.substring(1).codePoints().allMatch(c -> Character.isLowerCase(c) || c == '-');
    }

    /** «Горсвет», «Водоканал»: companies of a town, by the beginning of their names. */
    private boolean isCityCompany() {
        return written.stream()
                .anyMatch(word -> word.length() > 5
                        && Character.isUpperCase(word.charAt(0))
                        && (word.startsWith("Гор") || word.startsWith("Рай") || word.startsWith("Обл"))
                        && !word.startsWith("Город")
                        && !PersonName.endsWithSurname("И " + word)
                        && !word.endsWith("ев")
                        && !word.endsWith("ов"));
    }

    private boolean headIn(WordList heads) {
        for (int i = 0; i < words.size() && i <= MOST_MODIFIERS; i++) {
            if (heads.opening(rest(i)) != null) {
                return true;
            }
            if (!modifies(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean isHead(int i) {
        String rest = rest(i);
        return POSTS.opening(rest) != null || BODIES.opening(rest) != null || POSITIONS.opening(rest) != null;
    }

    private String rest(int from) {
        return String.join(" ", words.subList(from, words.size()));
    }

    private boolean modifies(int i) {
        String word = words.get(i);
        String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        return ADJECTIVES.stream().anyMatch(word::endsWith) || SHORTENED.contains(bare) || word.startsWith("№");
    }

    /** «мектеп директорының орынбасары Д. Сәрсен», «Wohngeldstelle» */
    private boolean endsWithHead() {
        int last = words.size() - 1;
        while (last > 0 && Character.isUpperCase(written.get(last).codePointAt(0)) && !isLast(words.get(last))) {
            last--;
        }
        return isLast(words.get(last));
    }

    private static boolean isLast(String word) {
        return LAST_WORDS.opening(word) != null
                || LAST_WORDS.opening(withoutKazakhEnding(word)) != null
                || (word.length() > 6
                        && isLatin(word)
                        && COMPOUND_ENDS.phrases().stream().anyMatch(word::endsWith));
    }

    /** «майоры», «бөлімшесі» */
    private static String withoutKazakhEnding(String word) {
        for (String ending : List.of("сы", "сі", "ы", "і")) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static boolean isLatin(String word) {
        return word.codePoints().allMatch(c -> c < 0x250);
    }
}
