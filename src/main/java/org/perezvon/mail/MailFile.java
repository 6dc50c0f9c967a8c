package org.perezvon.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail, as people are told of it before they open it.
 *
 * @param number which of the mail's files, from 1
 * @param name cleaned; never used to find it
 * @param type by its contents; as declared while nobody has looked into it
 * @param size in bytes
 * @param inline a picture within the text, e.g. the logo of a signature
 * @param sha256 of its contents; null while it is not unpacked
 * @param found what the scanner calls what it found; null when it found nothing
 * @param dangers how it can do harm, in Russian
 * @param remarks what it hides, or what it is not, in Russian
 * @param preview the beginning of its text; empty when it has none, or must not be opened
 * @param whole whether the preview is all of the text
 * @param unread why it has no text, in Russian; null when there is nothing to say
 */
public record MailFile(
        int number,
        String name,
        String type,
        long size,
        boolean inline,
        @Nullable String sha256,
        State state,
        @Nullable String found,
        List<String> dangers,
        List<String> remarks,
        String preview,
        boolean whole,
        @Nullable String unread) {

    private static final Set<String> SILENT_TYPES = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-keys",
            "application/pgp-encrypted",
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "text/vcard",
            "text/x-vcard");
    private static final Set<String> SILENT_ENDINGS = Set.of("p7s", "sig", "sgn", "vcf");

    public MailFile {
        dangers = List.copyOf(dangers);
        remarks = List.copyOf(remarks);
    }

    /** Whether it may be opened. */
    public enum State {
        /** It is not unpacked, or the scanner has not seen it. */
        NOT_YET("ещё не проверено"),
        /** The scanner has found nothing. */
        CLEAN("проверено на вирусы"),
        /** There is no scanner. */
        NOT_SCANNED("на вирусы не проверяется"),
        /** The scanner has found something. */
        INFECTED("заражён, открыть нельзя");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** In Russian, beginning small. */
        public String words() {
            return words;
        }

        public boolean mayBeOpened() {
            return this == CLEAN || this == NOT_SCANNED;
        }
    }

    public boolean isDangerous() {
        return state == State.INFECTED || !dangers.isEmpty();
    }

    /** Whether it may hold what somebody wanted to say: not a logo, not an electronic signature, not a visiting card. */
    public boolean tells() {
        return tells(name, type, inline);
    }

    /** The same of a file that is not kept yet. */
    public static boolean tells(String name, String type, boolean inline) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !inline && !SILENT_TYPES.contains(type) && !SILENT_ENDINGS.contains(ending);
    }
}
