package org.perezvon.worktime;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * One layer's calendar of one year, as loaded.
 *
 * @param layer {@code ru}, {@code ru-IRK}, {@code kz}; {@code own:} and the body's code where they are its own days
 * @param act the act it rests on; empty where every row names its own
 * @param decreed whether that act exists already; a projected year makes deadlines provisional
 * @param edition short fingerprint of the file or number of the edition, so that a printed deadline tells which one it
 *     was computed from
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

    static Sheet of(String layer, int year, List<Row> rows, String act, boolean decreed, String edition) {
        return new Sheet(layer, year, rows.stream().map(Row::toMark).toList(), act, decreed, edition);
    }

    /** The edition of a sheet that was read from a file: another content, another edition. */
    static String fingerprint(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** This sheet as it is kept, in the order of its days. */
    List<Row> rows() {
        return marks.stream().map(Row::of).toList();
    }

    List<Mark> marks(Mark.Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).toList();
    }

    /** The same days under another edition. */
    Sheet inEdition(String other) {
        return new Sheet(layer, year, marks, act, decreed, other);
    }

    String name() {
        return layer + "-" + year + "/" + edition;
    }
}
