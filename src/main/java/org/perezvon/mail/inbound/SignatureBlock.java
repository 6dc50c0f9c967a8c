package org.perezvon.mail.inbound;

/** Recognises a signature that nothing announces: a name below the text, perhaps with post, place of work and telephone. */
final class SignatureBlock {

    private static final int LONGEST_LINE = 100;
    private static final int MOST_LINES = 12;
    private static final int SENTENCE_WORDS = 3;
    private static final int LONGEST_SIGN_OFF = 60;
    private static final int MOST_WORDS = 5;
    private static final int FEWEST_DIGITS = 5;

    private final Sheet sheet;
    private final Sender sender;

    private SignatureBlock(Sheet sheet, Sender sender) {
        this.sheet = sheet;
        this.sender = sender;
    }

    /**
     * Where it begins, among new lines from {@code first} to {@code end}; {@code end} when there is none.
     *
     * @param highest the line above which it cannot begin
     */
    static int in(Sheet sheet, Sender sender, int first, int highest, int end) {
        return new SignatureBlock(sheet, sender).start(first, highest, end);
    }

    private int start(int first, int highest, int end) {
        int start = end;
        int lines = 0;
        int evidence = 0;
        boolean named = false;
        boolean calledOnly = false;
        for (int i = sheet.before(end); i >= highest; i--) {
            String text = sheet.text(i);
            String words = sheet.words(i);
            if (words.isEmpty()) {
                continue;
            }
            if (++lines > MOST_LINES || text.length() > LONGEST_LINE) {
                break;
            }
            boolean contact = SignatureWords.isContact(words) || isTelephone(text);
            boolean position = SignatureWords.isPosition(words);
            calledOnly |= lines == 1 && isTelephone(text);
            if (start < end && isSentenceAbove(i, start)) {
                break;
            }
            if (lines == 1 && signsOff(i, first)) {
                start = i;
                evidence++;
                continue;
            }
            if (start < end && position && i == start - 1 && isBarePost(words)) {
                start = i; // the post right above the name, even where the text above has no full stop
                continue;
            }
            if (i > first && isPost(i - 1) && PersonName.is(text)) {
                evidence++;
                named = true; // its post stands right above
            } else if (names(text, words, evidence + (position ? 1 : 0)) && isParted(i, first)) {
                start = i;
            } else if (position
                    && (start < end || named || (calledOnly && lines == 2 && isBelowBlank(i, first)))
                    && isParted(i, first)
                    && !Signatures.speaks(text, words)) {
                start = i; // the post above the name
            } else if (!contact
                    && !position
                    && (Signatures.speaks(text, words) || ".?!:;".indexOf(words.charAt(words.length() - 1)) >= 0)) {
                break;
            }
            evidence += contact || position ? 1 : 0;
        }
        return start;
    }

    /** «Телефон для справок 22-40-19.» above a name and parted from it is still said. */
    private boolean isSentenceAbove(int i, int start) {
        String said = sheet.text(i).strip();
        return i < start - 1
                && said.endsWith(".")
                && said.split(" ", SENTENCE_WORDS + 1).length > SENTENCE_WORDS
                && !PersonName.isAtEndOf(said);
    }

    /** The last line is who wrote the letter, as its head names them, or a post or place of work and nothing else. */
    private boolean signsOff(int i, int first) {
        String text = sheet.text(i).strip();
        String words = sheet.words(i);
        int above = sheet.before(i);
        boolean stops = ".?!:;,".indexOf(text.charAt(text.length() - 1)) >= 0;
        if (above < first || text.length() > LONGEST_SIGN_OFF || (stops && !PersonName.is(text))) {
            return false;
        }
        Lead lead = Lead.of(sheet.text(above));
        boolean announced = lead.announces() || (lead.pointsToBody() && !PersonName.endsWithSurname(text));
        boolean figures = text.codePoints().anyMatch(Character::isDigit);
        if (announced || figures || "-–—•*·".indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        boolean parted = above < i - 1;
        boolean few = text.split("\\s+", MOST_WORDS + 1).length <= MOST_WORDS;
        boolean surname = PersonName.endsWithSurname(text) && NameLine.of(text).saysNothing();
        if (parted && few && surname && !RoutineWords.tells(words)) {
            return true;
        }
        return sender.isAllOf(words)
                || (few && SignatureWords.isPosition(words) && sender.isNamedIn(words))
                || (parted
                        && few
                        && (sender.isNamedIn(words) || SignatureWords.isPosition(words))
                        && !RoutineWords.tells(words));
    }

    private boolean isBelowBlank(int i, int first) {
        int above = sheet.before(i);
        return above >= first && above < i - 1;
    }

    /** Nothing but a number to call. */
    private static boolean isTelephone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= FEWEST_DIGITS && text.chars().allMatch(c -> Character.isDigit(c) || " +-()".indexOf(c) >= 0);
    }

    private static boolean isBarePost(String words) {
        return words.split(" ", 5).length <= 4
                && words.codePoints().noneMatch(Character::isDigit)
                && !words.endsWith(".");
    }

    private boolean isPost(int i) {
        return !sheet.isBlank(i)
                && SignatureWords.isPosition(sheet.words(i))
                && sheet.text(i).length() <= LONGEST_LINE;
    }

    /** Something is said above, and it does not announce what follows. */
    private boolean isParted(int i, int first) {
        int above = sheet.before(i);
        if (above < 0) {
            return false;
        }
        if (above < first) {
            return true;
        }
        String said = sheet.text(above).strip();
        char end = said.charAt(said.length() - 1);
        return above < i - 1
                ? ":,;".indexOf(end) < 0
                : ".!?)".indexOf(end) >= 0 && (Signatures.tells(said, sheet.words(above)) || end == '.');
    }

    private boolean names(String text, String words, int evidence) {
        String bare = text.strip();
        if (PersonName.endsWithInitials(text) || (SignatureWords.isPosition(words) && PersonName.isAtEndOf(bare))) {
            return true;
        }
        int comma = bare.indexOf(',');
        if (comma > 0 && PersonName.is(bare.substring(0, comma))) {
            String rest = WordList.plain(bare.substring(comma + 1)).strip();
            return SignatureWords.isPosition(rest) || SignatureWords.isContact(rest);
        }
        boolean dashed = bare.length() > 2 && "-/—–~".indexOf(bare.charAt(0)) >= 0;
        if (dashed) {
            String name = bare.substring(1).strip();
            boolean close = bare.charAt(1) != ' ' || bare.charAt(0) != '-';
            return close && (PersonName.is(name) || (isOneName(name) && bare.length() <= 20));
        }
        if (sender.isNamedIn(words) && words.length() <= 60 && isCapital(bare) && !NameLine.hasStreet(words)) {
            return PersonName.is(bare) || isOneName(bare) || evidence > 0;
        }
        return PersonName.is(bare)
                && (evidence > 0
                        || bare.indexOf('.') > 0
                        || PersonName.hasPatronymic(words)
                        || sender == Sender.NOBODY);
    }

    private static boolean isCapital(String text) {
        return Character.isUpperCase(text.codePointAt(0)) || Character.isIdeographic(text.codePointAt(0));
    }

    private static boolean isOneName(String text) {
        return isCapital(text) && text.codePoints().allMatch(c -> Character.isLetter(c) || c == '-' || c == '.');
    }
}
