package org.perezvon.mail.wrapping;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a part as they were before the journey, whatever the part says about its encoding.
 *
 * @param oddity what was strange, in Russian; null when the part was encoded as it says
 */
public record TransferDecoding(byte[] bytes, @Nullable String oddity) {

    /**
     * @param encoding what {@code Content-Transfer-Encoding} says; may be empty or unknown
     * @param text whether the part is said to be text: then it is looked at whether it is encoded though nothing says so
     */
    public static TransferDecoding of(byte[] raw, String encoding, boolean text) {
        return switch (letters(encoding)) {
            case "base64" -> Base64Text.decode(raw, text);
            case "quotedprintable" ->
                QuotedPrintable.isWritten(raw)
                        ? new TransferDecoding(QuotedPrintable.decode(raw), null)
                        : new TransferDecoding(raw, null);
            case "xuuencode", "uuencode", "xuue", "uue" -> uuencoded(raw);
            default -> text ? undeclared(raw) : new TransferDecoding(raw, null);
        };
    }

    /** Programs write {@code quoted printable}, {@code Base-64} and {@code base64;}. */
    private static String letters(String encoding) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < encoding.length() && letters.length() < 20; i++) {
            if (Character.isLetterOrDigit(encoding.charAt(i))) {
                letters.append(Character.toLowerCase(encoding.charAt(i)));
            }
        }
        return letters.toString();
    }

    private static TransferDecoding uuencoded(byte[] raw) {
        FilesInText found = FilesInText.in(raw);
        return found.files().isEmpty()
                ? new TransferDecoding(raw, "часть письма закодирована с ошибкой и прочитана не до конца")
                : new TransferDecoding(found.files().get(0).content(), null);
    }

    private static TransferDecoding undeclared(byte[] raw) {
        if (QuotedPrintable.isUndeclared(raw)) {
            return new TransferDecoding(
                    QuotedPrintable.decode(raw), "текст закодирован (quoted-printable), хотя в письме это не указано");
        }
        if (Base64Text.isUndeclared(raw)) {
            byte[] decoded = Base64Text.decode(raw, true).bytes();
            if (isReadable(decoded)) {
                return new TransferDecoding(decoded, "текст закодирован (base64), хотя в письме это не указано");
            }
        }
        return new TransferDecoding(raw, null);
    }

    /** Strict UTF-8 of more than one word, without control characters. */
    private static boolean isReadable(byte[] decoded) {
        String text = new String(decoded, StandardCharsets.UTF_8);
        boolean divided = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\ufffd' || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return false;
            }
            divided |= c == ' ' || c == '\n';
        }
        return divided;
    }
}
