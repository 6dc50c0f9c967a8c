package org.perezvon.mail.inbound;

/** Where our letter stands in theirs word for word, what stands between its lines and below them is their answer. */
final class OurWords {

    private static final int ENOUGH = 2;
    private static final int TELLING_LINE = 12;
    private static final int MOST_COMPARED = 5000;

    private OurWords() {}

    static void in(Sheet sheet, OurLetter letter) {
        int size = Math.min(sheet.size(), MOST_COMPARED);
        boolean[] said = new boolean[size];
        int first = -1;
        int found = 0;
        for (int i = 0; i < size; i++) {
            said[i] = !sheet.isBlank(i) && letter.says(sheet.text(i));
            if (said[i] && sheet.is(i, Role.QUOTED) && sheet.text(i).length() >= TELLING_LINE) {
                first = first < 0 ? i : first;
                found++;
            }
        }
        if (found < ENOUGH) {
            return;
        }
        for (int i = first; i < size; i++) {
            String text = sheet.text(i);
            if (said[i] && text.length() >= TELLING_LINE) {
                sheet.note(i, i + 1, Role.QUOTED);
            } else if (sheet.is(i, Role.QUOTED) && !said[i] && !sheet.isBlank(i) && !announces(text)) {
                sheet.note(i, i + 1, Role.NEW);
            }
        }
        blankBetweenNew(sheet, first);
    }

    private static boolean announces(String text) {
        HeadLine head = HeadLine.of(text);
        return (head != null && head.key() != null)
                || QuoteWords.introducesQuotation(text)
                || QuoteWords.isSeparator(text)
                || QuoteWords.isRule(text)
                || ReplyMarker.isOn(text);
    }

    /** Blank lines between two answers belong to them. */
    private static void blankBetweenNew(Sheet sheet, int from) {
        for (int i = Math.max(1, from); i < sheet.size(); i++) {
            if (sheet.isBlank(i) && sheet.isNew(i - 1)) {
                int after = sheet.next(i);
                if (after < sheet.size() && sheet.isNew(after)) {
                    sheet.note(i, after, Role.NEW);
                }
                i = after - 1;
            }
        }
    }
}
