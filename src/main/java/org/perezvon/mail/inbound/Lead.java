package org.perezvon.mail.inbound;

/** What is said right above a line: does it lead to that line, so that the line is still said? */
final class Lead {

    private static final int LONGEST = 300;
    private static final int FEWEST_WORDS = 3;
    private static final int SHORT_POINTER = 45;
    private static final int LONGEST_ASKED = 120;

    private static final WordList ASKS = SignatureWords.list("asks for a body");
    private static final WordList POINTS = SignatureWords.list("points to a body");
    private static final WordList SOMEONE = SignatureWords.list("someone");

    private final String last;

    private Lead(String last) {
        this.last = last;
    }

    /** @param said the line above */
    static Lead of(String said) {
        String whole = said.stripTrailing();
        String bare = whole.substring(Math.max(0, whole.length() - LONGEST)).strip();
        int from = bare.length() - 1;
        while (from > 0 && !(".!?".indexOf(bare.charAt(from - 1)) >= 0 && bare.charAt(from) == ' ')) {
            from--;
        }
        return new Lead(bare.substring(Math.max(0, from)).strip());
    }

    boolean stops() {
        return !last.isEmpty() && ".!?)…»\"".indexOf(last.charAt(last.length() - 1)) >= 0;
    }

    /** A colon, a dash, a sentence that lacks its end: «Этим занимается». */
    boolean announces() {
        if (last.isEmpty() || ":,;-–—".indexOf(last.charAt(last.length() - 1)) >= 0) {
            return true;
        }
        if (stops()) {
            return false;
        }
        String[] words = WordList.plain(last).split("\\s+");
        NameLine line = NameLine.of(last);
        return line.identifies()
                ? !line.saysNothing()
                : words.length < FEWEST_WORDS || asksWho(words[words.length - 1]);
    }

    /** «Двор убирает», not «уже сделали». */
    private static boolean asksWho(String word) {
        return Verbs.isRussian(word) && !word.endsWith("ли");
    }

    /** «Кто отвечает за двор?», «Вопрос не наш.», «Подрядчик определён.»: what follows may be the one that is meant. */
    boolean pointsToBody() {
        String words = WordList.plain(last);
        if (last.endsWith("?")) {
            return last.length() <= LONGEST_ASKED && ASKS.isSaid(words);
        }
        return last.length() <= SHORT_POINTER
                && words.codePoints().noneMatch(Character::isDigit)
                && (deniesLast(words)
                        || ASKS.opening(words) != null
                        || POINTS.isSaid(words)
                        || SOMEONE.count(words, 1) > 0);
    }

    /** «Справку подписал не врач.» */
    private static boolean deniesLast(String words) {
        String[] said = words.split(" ");
        String last = said[said.length - 1].replace(".", "");
        return said.length > 2 && said[said.length - 2].equals("не") && !Verbs.mayBe(last) && last.length() > 2;
    }
}
