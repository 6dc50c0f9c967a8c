package org.perezvon.mail.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look into a file has found.
 *
 * @param type by its contents, whatever it is called: {@code application/pdf}; {@code application/octet-stream} when nobody
 *     knows it
 * @param text what it says; of an archive, what lies in it; empty when there is no text
 * @param whole whether the text is all of it
 * @param unread why no text was found, in Russian, beginning small; null when there is some, or when none is to be expected
 */
public record Findings(
        String type,
        String text,
        boolean whole,
        List<Remark> remarks,
        @Nullable String unread) {

    public Findings {
        remarks = List.copyOf(remarks);
    }

    /** Nobody could look into it. */
    public static Findings none(String reason) {
        return new Findings(FileType.UNKNOWN, "", false, List.of(), reason);
    }
}
