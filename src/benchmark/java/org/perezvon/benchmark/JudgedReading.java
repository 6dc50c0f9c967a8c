package org.perezvon.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.perezvon.mail.MailOpinion;
import org.perezvon.testing.CorpusMail;

/** What was made of a letter, beside what should have been. */
record JudgedReading(CorpusMail letter, MailOpinion opinion) {

    static JudgedReading of(CorpusMail letter) {
        return new JudgedReading(letter, MailOpinion.of(letter.bytes(), letter.answers()));
    }

    boolean isAskedForText() {
        return letter.word("text") != null;
    }

    boolean isRightKind() {
        return opinion.kind() == letter.kind();
    }

    /** White space does not count. */
    boolean isExact() {
        return tokens(opinion.text()).equals(tokens(expected()));
    }

    /** Harmonic mean of how many of our words are right and how many of the right words are ours. */
    double f1() {
        List<String> ours = tokens(opinion.text());
        List<String> right = tokens(expected());
        if (ours.isEmpty() || right.isEmpty()) {
            return ours.equals(right) ? 1 : 0;
        }
        List<String> missing = new ArrayList<>(right);
        long common = ours.stream().filter(missing::remove).count();
        return 2.0 * common / (ours.size() + right.size());
    }

    private String expected() {
        String text = letter.word("text");
        return text == null ? "" : text;
    }

    private static List<String> tokens(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
