package org.perezvon.knowledge.language;

/**
 * How far a word is from another one by the slips of people who type fast: a letter left out, put in, exchanged or swapped with its
 * neighbour is one step; one that sounds alike (о and а, е and и, т and д) or stands doubled is half a step.
 */
public final class Mistyping {

    private static final double SLIP = 1;
    private static final double ALIKE = 0.5;
    private static final String[] SOUNDS = {"оа", "еиэяы", "тд", "бп", "вф", "гкх", "жшщч", "зсц", "ую", "ьъ", "йи"};

    private Mistyping() {}

    /** The least number of steps from one word to the other, by dynamic programming over both. */
    public static double distance(String typed, String meant) {
        double[][] steps = new double[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                steps[i][j] = i == 0 && j == 0 ? 0 : least(steps, typed, meant, i, j);
            }
        }
        return steps[typed.length()][meant.length()];
    }

    private static double least(double[][] steps, String typed, String meant, int i, int j) {
        double least = Double.MAX_VALUE;
        if (i > 0) {
            least = steps[i - 1][j] + once(typed, i);
        }
        if (j > 0) {
            least = Math.min(least, steps[i][j - 1] + once(meant, j));
        }
        if (i > 0 && j > 0) {
            least = Math.min(least, steps[i - 1][j - 1] + exchange(typed.charAt(i - 1), meant.charAt(j - 1)));
        }
        if (i > 1
                && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1)) {
            least = Math.min(least, steps[i - 2][j - 2] + SLIP);
        }
        return least;
    }

    /** A letter too many or too few costs less where it only doubles the one before it or is a sign without sound. */
    private static double once(String word, int i) {
        char letter = word.charAt(i - 1);
        boolean hardlyHeard = letter == 'ь' || letter == 'ъ' || (i > 1 && word.charAt(i - 2) == letter);
        return hardlyHeard ? ALIKE : SLIP;
    }

    private static double exchange(char one, char other) {
        if (one == other) {
            return 0;
        }
        for (String sound : SOUNDS) {
            if (sound.indexOf(one) >= 0 && sound.indexOf(other) >= 0) {
                return ALIKE;
            }
        }
        return SLIP;
    }
}
