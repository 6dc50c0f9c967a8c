package org.perezvon.mail.inbound;

/** Ends of quoted lines that a program broke off without repeating the quotation sign. */
final class TornLines {

    private static final int SHORTEST_BEFORE = 60;
    private static final int MOST_TORN = 2;

    private TornLines() {}

    static void in(Sheet sheet) {
        for (int i = 1; i < sheet.size(); i++) {
            if (sheet.isNew(i) && sheet.is(i - 1, Role.QUOTED) && beginsInside(sheet, i)) {
                int end = i;
                while (end < sheet.size() && sheet.isNew(end) && !sheet.isBlank(end)) {
                    end++;
                }
                boolean quotationGoesOn = end < sheet.size() && sheet.is(end, Role.QUOTED);
                if (quotationGoesOn && end - i <= MOST_TORN) {
                    sheet.note(i, end, Role.QUOTED);
                }
                i = end;
            }
        }
    }

    private static boolean isLong(Sheet sheet, int i) {
        return sheet.text(i).length() >= SHORTEST_BEFORE
                && ".?!:".indexOf(sheet.text(i).charAt(sheet.text(i).length() - 1)) < 0;
    }

    private static boolean beginsInside(Sheet sheet, int i) {
        if (sheet.isBlank(i)) {
            return false;
        }
        int first = sheet.text(i).strip().codePointAt(0);
        return "_(=/&%?".indexOf(first) >= 0 || (Character.isLowerCase(first) && isLong(sheet, i - 1));
    }
}
