package org.perezvon.mail.inbound;

/** Recognises the way our own letter took within an office: a head, «Анна Павловна, возьмите в работу», and a head again. */
final class RoutedLetter {

    private static final int LONGEST_ERRAND = 200;

    private RoutedLetter() {}

    /** Whether below what somebody says nothing but such an errand stands between {@code behind} and the next head. */
    static boolean isBelow(Sheet sheet, int separator, int behind) {
        if (sheet.before(separator) < 0) {
            return false;
        }
        StringBuilder said = new StringBuilder();
        for (int i = behind; i < sheet.size(); i++) {
            String text = sheet.text(i);
            if (QuoteWords.isForward(text)) {
                String behindAddress = said.substring(said.indexOf(",") + 1);
                return RoutineWords.only(Sentences.of(behindAddress), false) != null;
            }
            if (said.length() + text.length() > LONGEST_ERRAND) {
                return false;
            }
            said.append(text).append('\n');
        }
        return false;
    }
}
