package org.perezvon.knowledge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What one text says otherwise than another, word by word. */
final class Comparison {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|[^\\p{L}\\p{N}\\s]");

    /** Longer texts are compared line by line: nobody looks for a word in them. */
    private static final int MOST_WORDS = 20_000;

    private Comparison() {}

    /** @param kind whether it stands in both texts, in the former only, or in the new one only */
    record Piece(Kind kind, String text) {

        enum Kind {
            SAME,
            GONE,
            NEW
        }
    }

    /** All of both texts, in their order. */
    static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        if (old.size() + fresh.size() > MOST_WORDS) {
            old = lines(before);
            fresh = lines(after);
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> change : DiffUtils.diff(old, fresh).getDeltas()) {
            add(pieces, Piece.Kind.SAME, old.subList(at, change.getSource().getPosition()));
            add(pieces, Piece.Kind.GONE, change.getSource().getLines());
            add(pieces, Piece.Kind.NEW, change.getTarget().getLines());
            at = change.getSource().getPosition() + change.getSource().size();
        }
        add(pieces, Piece.Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Piece.Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(line -> line + "\n").toList();
    }
}
