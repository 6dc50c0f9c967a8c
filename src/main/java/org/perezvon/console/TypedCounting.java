package org.perezvon.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.perezvon.worktime.Counting;

/** A way of counting as somebody types it: in the table's words or in Latin letters, {@code end-of-day}. */
final class TypedCounting {

    private TypedCounting() {}

    /** @throws WrongInput when there is no such way, naming those there are */
    static Counting parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        List<String> known = new ArrayList<>();
        for (Counting counting : Counting.values()) {
            if (word.equals(counting.words()) || word.replace('_', '-').equals(latin(counting))) {
                return counting;
            }
            known.add(counting.words());
            known.add(latin(counting));
        }
        throw new WrongInput("Способа счёта «" + text + "» нет." + Nearest.sentence(text, known) + " Бывают: "
                + String.join(", ", known));
    }

    private static String latin(Counting counting) {
        return counting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
