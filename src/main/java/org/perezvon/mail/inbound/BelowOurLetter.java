package org.perezvon.mail.inbound;

/**
 * Finds what was written below or into a letter that is repeated without quotation signs: behind its farewell, or behind a
 * mark the writer has announced: «ответы после [ВК]».
 */
final class BelowOurLetter {

    private static final int LONGEST_MARK = 20;
    private static final int SHORTEST_MARK = 3;

    private final Sheet sheet;

    private BelowOurLetter(Sheet sheet) {
        this.sheet = sheet;
    }

    static void in(Sheet sheet) {
        BelowOurLetter below = new BelowOurLetter(sheet);
        String mark = below.announcedMark();
        if (!mark.isEmpty()) {
            below.behindMarks(mark);
        } else if (below.saysNothingNew()) {
            below.behindFarewell();
        }
    }

    private String announcedMark() {
        for (int i = 0; i < sheet.size(); i++) {
            String text = sheet.text(i);
            int from = sheet.isNew(i) ? text.indexOf('[') : -1;
            int to = from < 0 ? -1 : text.indexOf(']', from);
            if (to - from >= SHORTEST_MARK && to - from <= LONGEST_MARK && from > 0) {
                return text.substring(from, to + 1);
            }
        }
        return "";
    }

    private void behindMarks(String mark) {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.is(i, Role.QUOTED) && sheet.text(i).strip().startsWith(mark)) {
                sheet.own(i, i + 1);
            }
        }
    }

    private boolean saysNothingNew() {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.isNew(i) && !sheet.isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** Our letter ends with a farewell and a name; what stands below a blank line is theirs. */
    private void behindFarewell() {
        for (int i = 0; i < sheet.size(); i++) {
            boolean closes = sheet.line(i).depth() == 0
                    && SignatureWords.isClosing(sheet.text(i).strip(), sheet.words(i));
            if (closes) {
                int end = sheet.next(i + 1);
                while (end < sheet.size() && !sheet.isBlank(end)) {
                    end++;
                }
                int answer = sheet.next(end);
                boolean goesOn = answer < sheet.size() && sheet.line(answer).depth() == 0 && sheet.head(answer) == null;
                if (goesOn || (answer < sheet.size() && sheet.line(answer).depth() == 0 && isSentence(answer))) {
                    sheet.note(answer, sheet.size(), Role.NEW);
                }
                return;
            }
        }
    }

    private boolean isSentence(int i) {
        String said = sheet.text(i).strip();
        return said.endsWith(".") && said.indexOf('@') < 0;
    }
}
