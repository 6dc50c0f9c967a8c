package org.perezvon.inquiry;

import java.util.Locale;

/** What the table of terms is asked about; its column «Вид обращения» uses these words with a dash: {@code citizen-question}. */
public enum RequestKind {
    /** A letter to the agency must leave (I-10.1). */
    DISPATCH,
    /** The agency's answer to a citizen's question (I-10.2). */
    CITIZEN_QUESTION,
    /** The agency's answer to a question of the centre's own (I-7.1). */
    INFORMATION_REQUEST;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
