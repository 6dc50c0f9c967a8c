package org.perezvon.mail.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, and what was noticed while it was read.
 *
 * @param whole whether the text is all of it
 * @param unread why there is no text, in Russian; null when there is some
 */
record DocumentText(
        String text,
        boolean whole,
        List<Remark> remarks,
        @Nullable String unread) {

    /** Longer documents are read by opening them. */
    static final int LONGEST = 500_000;

    static final DocumentText NONE = new DocumentText("", true, List.of(), null);

    DocumentText {
        remarks = List.copyOf(remarks);
    }

    static DocumentText of(String text, boolean whole) {
        return of(text, whole, List.of());
    }

    static DocumentText of(String text, boolean whole, List<Remark> remarks) {
        String tidy = tidied(text);
        boolean cut = tidy.length() > LONGEST;
        return new DocumentText(cut ? tidy.substring(0, LONGEST) : tidy, whole && !cut, remarks, null);
    }

    static DocumentText unread(String reason) {
        return new DocumentText("", false, List.of(), reason);
    }

    static DocumentText encrypted() {
        return new DocumentText(
                "",
                false,
                List.of(Remark.danger("закрыт паролем: содержимое не видно ни нам, ни антивирусу")),
                "файл закрыт паролем");
    }

    /** Lines without space at their ends, and never two blank ones together. */
    private static String tidied(String text) {
        StringBuilder tidy = new StringBuilder();
        int blank = 1;
        for (String line : text.lines().toList()) {
            String said = line.stripTrailing();
            blank = said.isEmpty() ? blank + 1 : 0;
            if (blank < 2) {
                tidy.append(said).append('\n');
            }
        }
        return tidy.toString().stripTrailing().replace("\u0000", "");
    }
}
