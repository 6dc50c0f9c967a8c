package org.perezvon.mail.inbound;

/** Finds what stands under every letter of an office, whoever writes it, and what servers warn of above it. */
final class Disclaimers {

    private static final WordList STARTS = SignatureWords.list("disclaimer starts");
    private static final WordList STEMS = SignatureWords.list("disclaimer stems");
    private static final WordList BANNERS = SignatureWords.list("banners");
    private static final WordList ATTENTION = SignatureWords.list("attention");
    private static final WordList BANNER_WORDS = SignatureWords.list("banner words");

    private static final int SHORTEST = 60;
    private static final int ENOUGH_STEMS = 3;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_BANNER = 10;
    private static final int DEEPEST_BANNER = 4;

    private final Sheet sheet;

    private Disclaimers(Sheet sheet) {
        this.sheet = sheet;
    }

    static void in(Sheet sheet) {
        Disclaimers disclaimers = new Disclaimers(sheet);
        disclaimers.above();
        disclaimers.below();
    }

    /** A warning among the first lines, with the strokes and the lines that belong to it. */
    private void above() {
        int line = sheet.next(0);
        for (int seen = 0; line < sheet.size() && seen < DEEPEST_BANNER; seen++) {
            if (!sheet.isNew(line)) {
                return;
            }
            if (warns(sheet.words(line))) {
                int end = endOfBanner(line);
                if (sheet.next(end) < sheet.size()) {
                    sheet.note(0, end, Role.DISCLAIMER);
                }
                line = sheet.next(end);
            } else if (SignatureWords.isRule(sheet.text(line))) {
                line = sheet.next(line + 1);
            } else {
                return;
            }
        }
    }

    private static boolean warns(String words) {
        String bare = unframed(words);
        String attention = ATTENTION.opening(bare);
        return BANNERS.begins(bare)
                || (attention != null
                        && (BANNERS.begins(unframed(bare.substring(attention.length())))
                                || BANNER_WORDS.count(bare, ENOUGH_STEMS) >= ENOUGH_STEMS));
    }

    private static String unframed(String words) {
        int from = 0;
        while (from < words.length()
                && (!Character.isLetter(words.charAt(from)) && "[【".indexOf(words.charAt(from)) < 0)) {
            from++;
        }
        return words.substring(from);
    }

    private int endOfBanner(int from) {
        int end = from + 1;
        boolean open = true;
        for (int i = from + 1; i < sheet.size() && i < from + LONGEST_BANNER && sheet.isNew(i); i++) {
            if (sheet.isBlank(i)) {
                open = false;
            } else if (SignatureWords.isRule(sheet.text(i))) {
                end = i + 1;
                break;
            } else if (goesOn(i, open)) {
                end = i + 1;
            } else {
                break;
            }
        }
        return end;
    }

    private boolean goesOn(int i, boolean open) {
        String words = sheet.words(i);
        int warning = BANNER_WORDS.count(words, 2);
        boolean small = Character.isLowerCase(sheet.text(i).strip().codePointAt(0));
        return open ? warning >= 1 || small : warning >= 2 && warns(words);
    }

    /** Paragraphs of lawyers, wherever they end what somebody says. */
    private void below() {
        boolean said = false;
        for (int i = sheet.next(0); i < sheet.forwarded(); ) {
            if (!sheet.isNew(i) && !sheet.is(i, Role.SIGNATURE)) {
                i = sheet.next(i + 1);
                continue;
            }
            int stamped = SignatureStamp.end(sheet, i);
            if (said && stamped > i) {
                sheet.note(i, stamped, Role.DISCLAIMER);
                i = sheet.next(stamped);
                continue;
            }
            int end = endOfParagraph(i);
            int from = startWithin(i, end);
            if (from < end && (said || from > i)) {
                sheet.note(title(from), end, Role.DISCLAIMER);
            }
            said = true;
            i = sheet.next(end);
        }
    }

    private int endOfParagraph(int from) {
        int end = from;
        while (end < sheet.forwarded()
                && !sheet.isBlank(end)
                && sheet.is(end, Role.QUOTED) == sheet.is(from, Role.QUOTED)) {
            end++;
        }
        return end;
    }

    /** Where within a paragraph the lawyers begin; its end when they do not. */
    private int startWithin(int from, int end) {
        for (int i = from; i < end; i++) {
            String words = unframed(sheet.words(i));
            String opening = STARTS.opening(words);
            if (opening != null && isLegal(i, end, opening)) {
                return i;
            }
        }
        return isLegalAltogether(from, end) ? from : end;
    }

    private boolean isLegal(int from, int end, String opening) {
        String paragraph = paragraph(from, end);
        int stems = STEMS.count(paragraph, 2);
        boolean title = paragraph.length() <= LONGEST_TITLE;
        if (title) {
            int after = sheet.next(end);
            return (paragraph.length() <= opening.length() + 3
                            && after < sheet.size()
                            && isLegalAltogether(after, endOfParagraph(after)))
                    || stems >= 1 && !paragraph.endsWith("?");
        }
        return stems >= 2 || (stems >= 1 && opening.length() >= 14) || opening.length() >= 22;
    }

    private boolean isLegalAltogether(int from, int end) {
        String paragraph = paragraph(from, end);
        return paragraph.length() >= SHORTEST * 2 && STEMS.count(paragraph, ENOUGH_STEMS + 1) >= ENOUGH_STEMS + 1
                || paragraph.length() >= SHORTEST
                        && STARTS.opening(unframed(paragraph)) != null
                        && STEMS.count(paragraph, 1) >= 1;
    }

    private String paragraph(int from, int end) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < end && words.length() < 2000; i++) {
            words.append(sheet.words(i)).append(' ');
        }
        return words.toString().strip();
    }

    /** The stroke drawn above it belongs to it. */
    private int title(int from) {
        int above = sheet.before(from);
        return above >= 0 && sheet.isNew(above) && SignatureWords.isRule(sheet.text(above)) ? above : from;
    }
}
