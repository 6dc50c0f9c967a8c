package org.perezvon.mail.files;

/** What a scanner says of a file. */
public sealed interface Verdict {

    record Clean() implements Verdict {}

    /** @param signature what was found, as the scanner calls it */
    record Infected(String signature) implements Verdict {}

    /** @param reason why nobody knows, in Russian, beginning small */
    record NotScanned(String reason) implements Verdict {}
}
