package org.perezvon.mail;

import java.io.IOException;
import org.perezvon.mail.inbound.SeparateReading;

/** The same application started for one purpose: to read, for its parent process, mails that may be dangerous to read. */
public final class ReadingApart {

    private ReadingApart() {}

    public static boolean isAsked(String... words) {
        return words.length == 2 && words[0].equals(SeparateReading.WORD);
    }

    /** Answers over standard output until standard input ends. */
    public static void serve(String... words) throws IOException {
        SeparateReading.serve(words);
    }
}
