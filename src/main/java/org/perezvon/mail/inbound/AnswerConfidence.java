package org.perezvon.mail.inbound;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How sure it is that an answer is one: it speaks of a matter, says what to do, and uses the words of the question. */
final class AnswerConfidence {

    private static final double LEAST = 0.5;
    private static final double MOST = 0.95;
    private static final double FOR_EACH_SIGN = 0.05;
    private static final int MOST_OF_ONE_SORT = 4;
    private static final int LONGEST_QUESTION = 4000;
    private static final int STEM = 5;

    private static final WordList ANSWERING = RoutineWords.list("answering");

    private AnswerConfidence() {}

    /** @param question what the letter repeats of ours */
    static double of(List<Sentence> letter, String question) {
        Set<String> asked =
                stems(question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question);
        int matter = 0;
        int answering = 0;
        int figures = 0;
        Set<String> taken = new HashSet<>();
        for (Sentence sentence : letter) {
            matter += Substance.weight(sentence);
            for (String word : sentence.words()) {
                answering += ANSWERING.begins(word) ? 1 : 0;
                figures += Character.isDigit(word.charAt(0)) ? 1 : 0;
                if (word.length() >= STEM && asked.contains(word.substring(0, STEM))) {
                    taken.add(word.substring(0, STEM));
                }
            }
        }
        int signs = capped(matter) + capped(answering) + capped(figures) / 2 + capped(taken.size());
        return Math.min(MOST, LEAST + FOR_EACH_SIGN * signs);
    }

    private static int capped(int signs) {
        return Math.min(signs, MOST_OF_ONE_SORT);
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : Sentence.words(text)) {
            if (word.length() >= STEM) {
                stems.add(word.substring(0, STEM));
            }
        }
        return stems;
    }
}
