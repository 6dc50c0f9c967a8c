package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/** Lines in which two things run on, as telephones send them: «Да, положено. С уважением, Петрова». */
final class RunOn {

    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_TAIL = 320;

    private RunOn() {}

    /** The same lines, with a farewell or an introduction that stands behind a sentence in a line of its own. */
    static List<Line> parted(List<Line> lines) {
        List<Line> parted = new ArrayList<>(lines.size() + 4);
        for (Line line : lines) {
            int at = line.depth() == 0 && line.text().length() <= LONGEST_LINE ? tail(line.text()) : -1;
            if (at > 0) {
                parted.add(new Line(line.text().substring(0, at).stripTrailing(), 0, line.signature()));
                parted.add(new Line(line.text().substring(at).strip(), 0, line.signature()));
            } else {
                parted.add(line);
            }
        }
        return parted;
    }

    private static int tail(String text) {
        boolean introduces = text.endsWith(":") && text.indexOf(" On ") > 0;
        for (int i = Math.max(1, text.length() - LONGEST_TAIL); i + 2 < text.length(); i++) {
            if (text.charAt(i) == ' ' && Character.isUpperCase(text.charAt(i + 1))) {
                boolean stopped = ".!?".indexOf(text.charAt(i - 1)) >= 0;
                if (stopped && isFarewell(text.substring(i + 1))) {
                    return i + 1;
                }
                if (introduces && text.startsWith(" On ", i) && QuoteWords.isIntroduction(text.substring(i + 1))) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private static boolean isFarewell(String tail) {
        return tail.length() >= 8 && SignatureWords.isClosing(tail, WordList.plain(tail));
    }
}
