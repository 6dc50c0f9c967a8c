package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import org.perezvon.mail.Answered;

/** Reads answers that stand between the lines they answer, each with its question. */
final class Interleaved {

    private static final int LONGEST_QUESTION = 8;
    private static final int WRAPPED_LINE = 50;

    private final Sheet sheet;

    private Interleaved(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Empty when all that is new stands above or below all that is repeated. */
    static List<Answered> in(Sheet sheet) {
        return new Interleaved(sheet).read();
    }

    private List<Answered> read() {
        List<Answered> answers = new ArrayList<>();
        int quoted = -1;
        boolean between = false;
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.isBlank(i)) {
                continue;
            }
            if (sheet.is(i, Role.QUOTED)) {
                between |= !answers.isEmpty();
                quoted = announces(i) ? -1 : i;
            } else if (sheet.isNew(i) && quoted >= 0) {
                int end = i;
                while (end < sheet.size() && sheet.isNew(end)) {
                    end++;
                }
                answers.add(new Answered(question(quoted), sheet.said(i, end)));
                i = end - 1;
                quoted = -1;
            }
        }
        return between ? List.copyOf(answers) : List.of();
    }

    private boolean announces(int i) {
        HeadLine head = HeadLine.of(sheet.text(i));
        return (head != null && head.key() != null) || QuoteWords.introducesQuotation(sheet.text(i));
    }

    /** The sentence or item that ends in this line, without what stands above it. */
    private String question(int last) {
        int from = last;
        while (from > 0 && last - from < LONGEST_QUESTION && goesOn(from)) {
            from--;
        }
        List<String> words = new ArrayList<>();
        for (int i = from; i <= last; i++) {
            words.add(sheet.text(i).strip());
        }
        return String.join(" ", words);
    }

    /** Whether the line above belongs to the same sentence. */
    private boolean goesOn(int i) {
        String above = sheet.text(i - 1).strip();
        if (above.isEmpty()
                || !sheet.is(i - 1, Role.QUOTED)
                || announces(i - 1)
                || isItem(sheet.text(i).strip())) {
            return false;
        }
        boolean stops = ".?!:;".indexOf(above.charAt(above.length() - 1)) >= 0;
        return !stops
                && (above.length() >= WRAPPED_LINE
                        || Character.isLowerCase(sheet.text(i).strip().codePointAt(0)));
    }

    private static boolean isItem(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return Character.isDigit(first) || "-–—•*·".indexOf(first) >= 0;
    }
}
