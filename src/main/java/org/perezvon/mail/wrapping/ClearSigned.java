package org.perezvon.mail.wrapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text without the armour that PGP puts around what was signed; nobody verifies the signature.
 *
 * @param files keys and encrypted letters that stood in the text
 * @param encrypted whether a part of it can be read only by whoever has the key
 */
public record ClearSigned(String text, List<WrappedFile> files, boolean encrypted) {

    private static final String BEGIN = "-----BEGIN PGP ";
    private static final String MESSAGE = BEGIN + "SIGNED MESSAGE-----";
    private static final String SIGNATURE = BEGIN + "SIGNATURE-----";
    private static final String KEY = BEGIN + "PUBLIC KEY BLOCK-----";
    private static final String ENCRYPTED = BEGIN + "MESSAGE-----";
    private static final int MOST_FILES = 20;

    public ClearSigned {
        files = List.copyOf(files);
    }

    /** @param text lines divided by {@code \n} */
    public static ClearSigned in(String text) {
        if (!text.contains(BEGIN)) {
            return new ClearSigned(text, List.of(), false);
        }
        StringBuilder said = new StringBuilder(text.length());
        List<WrappedFile> files = new ArrayList<>();
        boolean encrypted = false;
        boolean signed = false;
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end).stripTrailing();
            if (line.equals(MESSAGE)) {
                signed = true;
                end = behindArmourHead(text, end);
            } else if (line.equals(SIGNATURE) && behindEnd(text, end, "SIGNATURE-----") > 0) {
                signed = false;
                end = behindEnd(text, end, "SIGNATURE-----");
            } else if (line.equals(KEY)
                    && files.size() < MOST_FILES
                    && behindEnd(text, end, "PUBLIC KEY BLOCK-----") > 0) {
                end = behindEnd(text, end, "PUBLIC KEY BLOCK-----");
                byte[] key = text.substring(at, end).getBytes(StandardCharsets.UTF_8);
                files.add(new WrappedFile("ключ.asc", "application/pgp-keys", key));
            } else if (line.equals(ENCRYPTED)
                    && files.size() < MOST_FILES
                    && behindEnd(text, end, "MESSAGE-----") > 0) {
                end = behindEnd(text, end, "MESSAGE-----");
                byte[] message = text.substring(at, end).getBytes(StandardCharsets.UTF_8);
                files.add(new WrappedFile("зашифрованное.asc", "application/pgp-encrypted", message));
                encrypted = true;
            } else {
                said.append(text, signed && line.startsWith("- ") ? at + 2 : at, end);
            }
            at = end;
        }
        return new ClearSigned(said.toString(), files, encrypted);
    }

    /** "Hash: SHA256" and the like stand above a blank line. */
    private static int behindArmourHead(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end);
            if (line.isBlank()) {
                return end;
            }
            if (line.indexOf(": ") <= 0 || Character.isWhitespace(line.charAt(0))) {
                return at;
            }
            at = end;
        }
        return at;
    }

    /** -1 when the armour is never closed. */
    private static int behindEnd(String text, int from, String what) {
        int end = text.indexOf("-----END PGP " + what, from);
        return end < 0 ? -1 : lineEnd(text, end);
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
