package org.perezvon.mail.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Answered;

/**
 * What a letter says anew, apart from what it repeats. A view: nothing is lost, the letter itself is kept.
 *
 * @param text what was said, as it was said; the whole letter when nothing new could be found in it
 * @param quoted what the letter repeats of earlier letters; empty when {@code whole}
 * @param signature the name and address at the end; empty when {@code whole}
 * @param disclaimer what lawyers and servers put under or over every letter; empty when {@code whole}
 * @param answered the answers that stand between the lines they answer, in their order; empty when {@code text} stands
 *     above or below all that is repeated
 * @param whole true when nothing new was found, so that {@code text} holds everything
 */
public record ReplyText(
        String text, String quoted, String signature, String disclaimer, List<Answered> answered, boolean whole) {

    public ReplyText {
        answered = List.copyOf(answered);
    }

    static ReplyText whole(String text) {
        return new ReplyText(text, "", "", "", List.of(), true);
    }

    /** Of the forms the sender gave, reads the one that reads better: plain, unless it is a stub, torn or cannot be cut. */
    public static ReplyText of(ParsedMail mail) {
        return of(mail, (OurLetter) null);
    }

    /**
     * The same with more knowledge.
     *
     * @param ourLetter the text of the letter that is being answered: what stands between its lines is an answer, too
     */
    public static ReplyText of(ParsedMail mail, String ourLetter) {
        return of(mail, OurLetter.of(ourLetter));
    }

    private static ReplyText of(ParsedMail mail, @Nullable OurLetter ours) {
        Sender sender = Sender.of(mail);
        ReplyText plain = ReplyCut.of(PlainText.read(mail.text()), sender, ours);
        if (mail.html().isBlank()) {
            return plain;
        }
        ReplyText html = ReplyCut.of(HtmlText.read(mail.html()), sender, ours);
        return html.readsBetterThan(plain) ? html : plain;
    }

    private boolean readsBetterThan(ReplyText plain) {
        if (text.isBlank()) {
            return false;
        }
        if (plain.text.isBlank() || (plain.whole && !whole)) {
            return true;
        }
        if (whole && !plain.whole) {
            return false;
        }
        int ours = letters(text);
        int theirs = letters(plain.text);
        boolean stub = theirs * 2 < ours;
        boolean uncut = ours < theirs
                && ((plain.quoted.isEmpty() && !quoted.isEmpty())
                        || bare(plain.text).contains(bare(text)));
        return stub || uncut || (ours == theirs && isTidierThan(plain.text));
    }

    /** Fewer lines, because none was broken on the way; or without the stars that stand for bold words. */
    private boolean isTidierThan(String other) {
        long lines = lines(text) - lines(other);
        return lines < 0 || (lines == 0 && stars(text) < stars(other));
    }

    private static long stars(String text) {
        return text.chars().filter(c -> c == '*').count();
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static long lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).count();
    }
}
