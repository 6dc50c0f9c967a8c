package org.perezvon.mail.inbound;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a short letter that speaks of nothing but letters: it came, somebody has it, somebody will answer. Whatever the
 * order of its words, and however few of them are written, it tells a citizen nothing.
 */
final class RoutineWords {

    private static final int LONGEST_LETTER = 45;
    private static final int WORDS_FOR_EACH_OTHER = 6;

    private static final Map<String, WordList> LISTS = WordList.sections("/mail/routine.txt");
    private static final WordList DEEDS = list("deeds");
    private static final WordList MATTERS = list("matters");
    private static final WordList SMALL = list("small");
    private static final WordList DENIALS = list("denials");
    private static final WordList SURE = list("sure");

    private final boolean strictly;
    private int words;
    private int others;
    private int substance;
    private @Nullable Sentence deed;

    private RoutineWords(boolean strictly) {
        this.strictly = strictly;
    }

    static WordList list(String section) {
        WordList list = LISTS.get(section);
        if (list == null) {
            throw new IllegalStateException("В mail/routine.txt нет раздела [" + section + "]");
        }
        return list;
    }

    /**
     * The sentence that says what became of our letter, where nothing else is said; null when something is.
     *
     * @param strictly without a single other word, and without names
     */
    static @Nullable Sentence only(List<Sentence> sentences, boolean strictly) {
        RoutineWords letter = new RoutineWords(strictly);
        for (Sentence sentence : sentences) {
            letter.substance += Substance.weight(sentence);
            if (sentence.isQuestion() || letter.substance >= Substance.SURE || !letter.add(sentence)) {
                return null;
            }
        }
        int allowed = strictly ? 0 : letter.words / WORDS_FOR_EACH_OTHER;
        return letter.others <= allowed ? letter.deed : null;
    }

    /** Whether one of these words, in plain form, says what somebody did or will do. */
    static boolean tells(String words) {
        for (String word : Sentence.words(words)) {
            if (DEEDS.begins(word) || DENIALS.is(word) || SURE.begins(word)) {
                return true;
            }
        }
        return false;
    }

    /** False when the letter says something, or too much. */
    private boolean add(Sentence sentence) {
        List<String> said = sentence.words();
        for (int i = 0; i < said.size(); i++) {
            String word = said.get(i);
            if (DENIALS.is(word) || words > LONGEST_LETTER) {
                return false;
            }
            if (!Character.isLetter(word.charAt(0))) {
                continue;
            }
            words++;
            if (DEEDS.begins(word)) {
                deed = deed == null ? sentence : deed;
            } else if (!SMALL.is(word)
                    && !MATTERS.begins(word)
                    && word.length() > 1
                    && (strictly || !sentence.isName(i))) {
                others++;
            }
        }
        return true;
    }
}
