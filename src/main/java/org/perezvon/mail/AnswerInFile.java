package org.perezvon.mail;

import java.util.List;
import java.util.Locale;

/** Whether a mail says no more than that its answer lies in a file. */
public final class AnswerInFile {

    private static final int LONGEST_POINTER = 400;

    private static final List<String> POINTERS = List.of(
            "вложен",
            "приложен",
            "прилага",
            "прикрепл",
            "прикреп",
            "скан",
            "тіркел",
            "тіркеме",
            "қоса беріл",
            "қосымша",
            "attach",
            "enclos",
            "anhang",
            "angehängt",
            "anbei",
            "pièce jointe",
            "ci-joint",
            "adjunt",
            "allegat",
            "załącz");

    private AnswerInFile() {}

    /** @param text the new text of the mail, without quotation and signature */
    public static boolean is(String text, List<MailFile> files) {
        if (files.stream().noneMatch(MailFile::tells)) {
            return false;
        }
        String said = text.strip();
        if (said.isEmpty()) {
            return true;
        }
        String small = said.toLowerCase(Locale.ROOT);
        return said.length() <= LONGEST_POINTER && POINTERS.stream().anyMatch(small::contains);
    }
}
