package org.perezvon.mail.inbound;

/** What a document system prints below a letter: «Документ подписан электронной подписью», the certificate, its owner, its days. */
final class SignatureStamp {

    private static final int LONGEST = 8;
    private static final int LONGEST_LINE = 140;

    private static final WordList STARTS = SignatureWords.list("stamp starts");
    private static final WordList LINES = SignatureWords.list("stamp lines");

    private SignatureStamp() {}

    /** Where the stamp that begins at this line ends; {@code from} when none begins there. A sentence about signatures is none. */
    static int end(Sheet sheet, int from) {
        if (!STARTS.begins(sheet.words(from)) || sheet.text(from).length() > LONGEST_LINE) {
            return from;
        }
        int end = from;
        int seen = 0;
        for (int i = sheet.next(from + 1);
                i < sheet.size() && sheet.isNew(i) && seen < LONGEST;
                i = sheet.next(i + 1)) {
            if (!LINES.begins(sheet.words(i)) && !STARTS.begins(sheet.words(i))) {
                break;
            }
            end = i + 1;
            seen++;
        }
        return end;
    }
}
