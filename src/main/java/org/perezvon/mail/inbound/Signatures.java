package org.perezvon.mail.inbound;

/** Finds the signature at the end of what somebody says: below a delimiter, from a farewell, or a name with its post and telephone. */
final class Signatures {

    private static final int LONGEST = 24;
    private static final int LONGEST_LINE = 130;
    private static final int LONGEST_SPEECH = 70;
    private static final int SHORT_LINE = 30;
    private static final int LONGEST_POLITENESS = 60;
    private static final int SHORTEST_SENTENCE = 3;
    private static final int MOST_WORDS = 9;
    private static final int LONGEST_SIGN_OFF = 4;
    private static final int FARTHEST_EXECUTOR = 5;

    private final Sheet sheet;
    private final Sender sender;
    /** The first line that is more than a greeting: a name is a signature only below it. */
    private final int firstSaid;

    private Signatures(Sheet sheet, Sender sender) {
        this.sheet = sheet;
        this.sender = sender;
        this.firstSaid = firstSaid(sheet);
    }

    private static int firstSaid(Sheet sheet) {
        int i = 0;
        while (i < sheet.size() && (!sheet.isNew(i) || sheet.isBlank(i) || isMerelyPolite(sheet.text(i)))) {
            i++;
        }
        return i;
    }

    static void in(Sheet sheet, Sender sender) {
        new Signatures(sheet, sender).find();
    }

    /** A greeting or thanks, and nothing besides. */
    static boolean isMerelyPolite(String text) {
        return text.length() <= LONGEST_POLITENESS && Courtesy.isAllOf(text);
    }

    private void find() {
        int behind = sheet.next(sheet.forwardedUntil() + 1);
        if (behind < sheet.size() && isQuiet(behind, sheet.size())) {
            sheet.note(behind, sheet.size(), Role.SIGNATURE); // who handed the letter on
        }
        int end = sheet.forwarded();
        while (end > 0) {
            int last = end - 1;
            while (last >= 0 && (!sheet.isNew(last) || sheet.isBlank(last))) {
                last--;
            }
            int first = last < 0 ? 0 : sheet.startOf(last);
            if (last >= 0) {
                within(first, last + 1);
            }
            end = first;
        }
    }

    /** In one stretch of new lines. */
    private void within(int first, int end) {
        int to = sheet.before(end) + 1;
        int from = to;
        for (int i = to - 1; i >= first && to - i <= LONGEST + blanks(i, to); i--) {
            String words = sheet.words(i);
            if (words.isEmpty()) {
                continue;
            }
            if (SignatureWords.isPostscript(words)) {
                to = sheet.before(i) + 1;
                from = to;
            } else if (begins(i, from, to)) {
                from = i;
            } else if (sheet.text(i).length() > LONGEST_LINE && speaks(sheet.text(i), words) && i < from) {
                break; // a paragraph: people do not write those in signatures
            }
        }
        int block =
                from > firstSaid ? SignatureBlock.in(sheet, sender, first, Math.max(first, firstSaid + 1), from) : from;
        int start = Math.min(block, from);
        if (from == to && ShortSignature.isStaff(sheet, start, to)) {
            return;
        }
        int names = start > firstSaid
                ? ShortSignature.in(sheet, first, Math.max(first, firstSaid + 1), start, start < to)
                : start;
        sheet.note(names, to, Role.SIGNATURE);
    }

    private int blanks(int from, int to) {
        int blanks = 0;
        for (int i = from; i < to; i++) {
            blanks += sheet.isBlank(i) ? 1 : 0;
        }
        return Math.min(blanks, LONGEST);
    }

    /** @param found where the signature begins as far as it has been found */
    private boolean begins(int i, int found, int to) {
        String text = sheet.text(i);
        String words = sheet.words(i);
        if (SignatureWords.isDelimiter(text)) {
            return text.equals("-- ") || isQuiet(i + 1, to);
        }
        if (SignatureWords.isRule(text)) {
            return isUnderText(i) && isQuiet(i + 1, to) && identifies(i + 1, to);
        }
        if (SignatureWords.isClosing(text.strip(), words)) {
            return isQuiet(i + 1, to);
        }
        if (SignatureWords.isThanks(words)) {
            return isSignOff(i + 1, found, to);
        }
        return (SignatureWords.isDevice(words) && found - i <= LONGEST_SIGN_OFF)
                || (SignatureWords.isExecutor(words) && to - i <= FARTHEST_EXECUTOR);
    }

    /** Whether none of these lines speaks. */
    private boolean isQuiet(int from, int to) {
        for (int i = from; i < to; i++) {
            if (speaks(sheet.text(i), sheet.words(i))) {
                return false;
            }
        }
        return true;
    }

    /** A sentence, and not a name, a post or an address. */
    static boolean speaks(String text, String words) {
        if (words.isEmpty() || SignatureWords.isContact(words) || SignatureWords.isPosition(words)) {
            return text.length() > LONGEST_LINE * 2;
        }
        boolean stops = ".?!…".indexOf(words.charAt(words.length() - 1)) >= 0;
        return text.length() > LONGEST_LINE
                || (text.length() > LONGEST_SPEECH && stops)
                || (stops && words.split(" ", MOST_WORDS + 1).length > MOST_WORDS);
    }

    /** A short sentence, which a signature may contain, but an answer, too. */
    static boolean tells(String text, String words) {
        return speaks(text, words)
                || (words.split(" ", SHORTEST_SENTENCE + 1).length >= SHORTEST_SENTENCE
                        && ".?!…".indexOf(words.charAt(words.length() - 1)) >= 0
                        && !SignatureWords.isContact(words)
                        && !SignatureWords.isPosition(words)
                        && !SignatureWords.isDevice(words)
                        && !SignatureWords.isClosing(text, words));
    }

    private boolean isUnderText(int i) {
        int above = sheet.before(i);
        return above < 0 || !sheet.text(above).endsWith(":");
    }

    /** Whether the first lines below a stroke say who somebody is, or are as short as only names and posts are. */
    private boolean identifies(int from, int to) {
        int first = sheet.next(from);
        if (first >= to) {
            return false;
        }
        String words = sheet.words(first);
        if (sender.isNamedIn(words)
                || PersonName.is(sheet.text(first))
                || SignatureWords.isPosition(words)
                || SignatureWords.isClosing(sheet.text(first), words)) {
            return true;
        }
        int contacts = 0;
        for (int i = first; i < to; i++) {
            contacts += SignatureWords.isContact(sheet.words(i)) ? 1 : 0;
        }
        if (contacts >= 2) {
            return true;
        }
        int lines = 0;
        for (int i = first; i < to; i++) {
            String text = sheet.text(i).strip();
            if (text.length() > SHORT_LINE
                    || text.endsWith(".")
                    || text.indexOf(':') > 0
                    || ++lines > LONGEST_SIGN_OFF) {
                return false;
            }
        }
        return true;
    }

    /** Below thanks: a name and little else. */
    private boolean isSignOff(int from, int found, int to) {
        int name = sheet.next(from);
        if (name >= to) {
            return false;
        }
        if (name >= found) {
            return false;
        }
        int lines = 0;
        for (int i = name; i < to; i++) {
            lines += sheet.isBlank(i) ? 0 : 1;
        }
        String words = sheet.words(name);
        boolean oneName = lines == 1
                && words.length() <= 20
                && words.codePoints().allMatch(Character::isLetter)
                && Character.isUpperCase(sheet.text(name).strip().codePointAt(0));
        boolean named = oneName || sender.isNamedIn(words) || PersonName.is(sheet.text(name));
        return named && words.length() <= 60 && lines <= LONGEST && isQuiet(name, to);
    }
}
