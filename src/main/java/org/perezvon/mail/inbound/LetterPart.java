package org.perezvon.mail.inbound;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.wrapping.TransferDecoding;

/**
 * One part of a letter that is not divided into others.
 *
 * @param mime what it says it is, lower case
 * @param name as the sender calls it; null when it has none
 * @param content its bytes as they were before the journey
 * @param oddity what was strange about their encoding, in Russian; null when nothing was
 */
record LetterPart(
        MailHeaders head,
        HeaderParameters type,
        String mime,
        @Nullable String name,
        byte[] content,
        @Nullable String oddity) {

    /** What only whoever has the key can read. */
    static final String ENCRYPTED = "application/pgp-encrypted";

    /** @param usual what a part is that does not say what it is */
    static LetterPart of(MailHeaders head, byte[] raw, String usual) {
        HeaderParameters type = head.parameters("Content-Type");
        String declared = type.value();
        String mime = declared.isEmpty() || declared.equals("text") ? usual : declared;
        String name = head.parameters("Content-Disposition").get("filename");
        if (name == null) {
            name = type.get("name");
        }
        TransferDecoding decoded = TransferDecoding.of(
                raw, head.keyword("Content-Transfer-Encoding"), mime.startsWith("text/") && name == null);
        return new LetterPart(head, type, mime, name, decoded.bytes(), decoded.oddity());
    }

    static LetterPart file(String name, String mime, byte[] content) {
        return new LetterPart(MailHeaders.NONE, HeaderParameters.parse(mime), mime, name, content, null);
    }

    /** How HTML names it after {@code cid:}, without angle brackets; empty when it has no such name. */
    String contentId() {
        return String.join("", head.ids("Content-ID"));
    }

    LetterPart as(String otherMime) {
        return new LetterPart(head, type, otherMime, name, content, oddity);
    }

    /** Whether it is to be read aloud as it stands, unlike a table or a visiting card. */
    boolean isProse() {
        return switch (mime) {
            case "text/plain", "text/html", "text/markdown", "text/enriched", "text/richtext" -> true;
            default -> false;
        };
    }

    /** The same letter for watches and for moving pages, beside its usual form. */
    boolean isRepeated() {
        return mime.equals("text/x-amp-html") || mime.equals("text/watch-html");
    }

    boolean isNamed() {
        return name != null && !name.isBlank();
    }

    boolean isAttached() {
        return head.keyword("Content-Disposition").equals("attachment");
    }

    boolean isInline() {
        return mime.startsWith("image/") && head.has("Content-ID") && !isAttached();
    }

    boolean isStatus() {
        return mime.equals("message/delivery-status")
                || mime.equals("message/global-delivery-status")
                || mime.equals("message/disposition-notification")
                || mime.equals("message/feedback-report");
    }

    boolean isLetter() {
        return mime.equals("message/rfc822")
                || mime.equals("message/global")
                || (mime.equals("application/octet-stream") && endsWith(".eml"));
    }

    boolean isCms() {
        return mime.equals("application/pkcs7-mime")
                || mime.equals("application/x-pkcs7-mime")
                || endsWith(".p7m")
                || endsWith(".sig")
                || endsWith(".sgn");
    }

    boolean isTnef() {
        return mime.equals("application/ms-tnef") || mime.equals("application/vnd.ms-tnef") || endsWith("winmail.dat");
    }

    boolean isInvitation() {
        return mime.equals("text/calendar") || endsWith(".ics");
    }

    private boolean endsWith(String ending) {
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
