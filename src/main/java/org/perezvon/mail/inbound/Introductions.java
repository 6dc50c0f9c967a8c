package org.perezvon.mail.inbound;

/** Finds «вт, 17 нояб. 2026 г. в 10:42, Имя &lt;a@b&gt;:», perhaps broken over lines, before a quotation or strong enough alone. */
final class Introductions {

    private static final int LONGEST = 4;

    private final Sheet sheet;

    private Introductions(Sheet sheet) {
        this.sheet = sheet;
    }

    static void in(Sheet sheet) {
        new Introductions(sheet).find();
    }

    private void find() {
        for (int i = 0; i < sheet.forwarded(); i++) {
            if (!sheet.isNew(i) || !mayEnd(sheet.words(i))) {
                continue;
            }
            int after = sheet.next(i + 1);
            boolean quotationFollows = after < sheet.size() && sheet.is(after, Role.QUOTED);
            int strong = start(i);
            if (strong >= 0 && (quotationFollows || i + 1 >= sheet.size() || isAlone(i, after))) {
                if (quotationFollows) {
                    sheet.note(strong, after, Role.QUOTED);
                } else {
                    sheet.quoteFrom(strong);
                    return;
                }
            } else if (strong >= 0) {
                sheet.note(strong, i + 1, Role.QUOTED);
            } else if (quotationFollows && QuoteWords.introducesQuotation(sheet.text(i))) {
                sheet.note(i, after, Role.QUOTED);
            }
        }
    }

    private static boolean mayEnd(String text) {
        return text.length() <= 400
                && !text.isEmpty()
                && (text.endsWith(":")
                        || text.endsWith("：")
                        || text.endsWith(">")
                        || text.endsWith("-")
                        || Character.isLetter(text.charAt(text.length() - 1)));
    }

    /** Where an introduction begins that ends here: no further up than needed to tell day, hour and name; -1 when it is none. */
    private int start(int last) {
        String words = "";
        for (int from = last; from >= 0 && from > last - LONGEST; from--) {
            if (sheet.isBlank(from) || !sheet.isNew(from)) {
                break;
            }
            words = sheet.text(from) + " " + words;
            if (QuoteWords.isIntroduction(words)) {
                return from;
            }
        }
        return QuoteWords.isUndatedIntroduction(sheet.text(last)) ? last : -1;
    }

    /** Whether all that follows is quoted, though without signs: unless a part of it is quoted with signs and announced by none. */
    private boolean isAlone(int introduction, int after) {
        int quoted = after;
        while (quoted < sheet.size() && !sheet.is(quoted, Role.QUOTED)) {
            quoted++;
        }
        if (quoted >= sheet.size()) {
            return true;
        }
        int above = sheet.before(introduction);
        if (above >= 0 && !sheet.is(above, Role.QUOTED)) {
            return true; // something has been said above it
        }
        above = sheet.before(quoted);
        return above > introduction && (QuoteWords.introducesQuotation(sheet.text(above)) || start(above) >= 0);
    }
}
