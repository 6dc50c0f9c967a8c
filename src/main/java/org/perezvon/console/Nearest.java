package org.perezvon.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant when he mistyped a name. */
final class Nearest {

    private Nearest() {}

    /** The known name that is most like the typed one, as a whole or after its last slash; nothing where none is. */
    static Optional<String> to(String typed, Collection<String> known) {
        String name = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence to add to a complaint: « Вероятно, имелось в виду «Asia/Irkutsk».» */
    static String sentence(String typed, Collection<String> known) {
        return to(typed, known)
                .map(name -> " Вероятно, имелось в виду «" + name + "».")
                .orElse("");
    }

    private static int distance(String typed, String candidate) {
        String name = candidate.toLowerCase(Locale.ROOT);
        if (typed.length() > 2 && name.startsWith(typed)) {
            return 1;
        }
        return Math.min(edits(typed, name), edits(typed, name.substring(name.lastIndexOf('/') + 1)));
    }

    /** How many letters must be put in, left out or replaced to make one of the other. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
