package org.perezvon.worktime;

import java.util.Comparator;
import java.util.List;

/**
 * One layer's calendar of one year, as loaded.
 *
 * @param layer {@code ru}, {@code ru-IRK}, {@code kz}
 * @param act the act it rests on; empty where every row names its own
 * @param decreed whether that act exists already; a projected year makes deadlines provisional
 * @param edition short fingerprint of the file, so that a printed deadline tells which edition it was computed from
 */
record Sheet(String layer, int year, List<Mark> marks, String act, boolean decreed, String edition) {

    private static final Comparator<Mark> IN_ORDER =
            Comparator.comparing(Mark::date).thenComparing(Mark::kind);

    Sheet {
        act = Mark.spelltOut(act);
        marks = marks.stream().sorted(IN_ORDER).toList();
        for (Mark mark : marks) {
            if (mark.date().getYear() != year) {
                throw new IllegalArgumentException(
                        "В календаре %s на %d год стоит чужой день %s".formatted(layer, year, mark.date()));
            }
        }
    }

    String name() {
        return layer + "-" + year + "/" + edition;
    }
}
