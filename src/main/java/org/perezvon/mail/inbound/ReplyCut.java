package org.perezvon.mail.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the new lines of a letter from the repeated ones: first by form, then by the words that announce a quotation. */
final class ReplyCut {

    private final Sheet sheet;

    private ReplyCut(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @param ours the letter that is being answered; null when it is not known */
    static ReplyText of(List<Line> lines, Sender sender, @Nullable OurLetter ours) {
        Sheet sheet = new Sheet(RunOn.parted(lines));
        OwnSigns.in(sheet);
        fromOurMarker(sheet);
        QuotedHeads.in(sheet);
        Introductions.in(sheet);
        TornLines.in(sheet);
        if (ours != null) {
            OurWords.in(sheet, ours);
        }
        BelowOurLetter.in(sheet);
        Disclaimers.in(sheet);
        Signatures.in(sheet, sender);
        return new ReplyCut(sheet).text();
    }

    private static void fromOurMarker(Sheet sheet) {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.isNew(i) && ReplyMarker.isOn(sheet.text(i))) {
                sheet.quoteFrom(i);
                return;
            }
        }
    }

    private ReplyText text() {
        String text = sheet.joined(Role.NEW);
        if (!text.isBlank() && text.lines().allMatch(line -> line.isBlank() || Signatures.isMerelyPolite(line))) {
            text = withSignature();
        }
        if (text.isBlank()) {
            return ReplyText.whole(sheet.whole());
        }
        return new ReplyText(
                text,
                sheet.joined(Role.QUOTED),
                sheet.joined(Role.SIGNATURE),
                sheet.joined(Role.DISCLAIMER),
                Interleaved.in(sheet),
                false);
    }

    /** What was taken for a signature is perhaps the answer, when there is nothing else but a greeting. */
    private String withSignature() {
        boolean speaks = false;
        for (int i = 0; i < sheet.size(); i++) {
            speaks |= sheet.is(i, Role.SIGNATURE) && Signatures.tells(sheet.text(i), sheet.words(i));
        }
        for (int i = 0; speaks && i < sheet.size(); i++) {
            if (sheet.is(i, Role.SIGNATURE) && !sheet.line(i).signature()) {
                sheet.note(i, i + 1, Role.NEW);
            }
        }
        return sheet.joined(Role.NEW);
    }
}
