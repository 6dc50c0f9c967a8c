package org.perezvon.worktime;

/** What a look at a proposed sheet found. @param sentence in Russian, for the one who confirms the import */
record Finding(Severity severity, String sentence) {

    enum Severity {
        /** Nothing to be confirmed before it is put right. */
        ERROR,
        /** May be so, but somebody has to look. */
        WARNING,
        INFO
    }

    static Finding error(String sentence) {
        return new Finding(Severity.ERROR, sentence);
    }

    static Finding warning(String sentence) {
        return new Finding(Severity.WARNING, sentence);
    }

    static Finding info(String sentence) {
        return new Finding(Severity.INFO, sentence);
    }
}
