package org.perezvon.question;

/**
 * Why an agency may be competent for a question.
 *
 * @param topic code of the topic the question is about; empty where the reason is another
 * @param strength from 0 to 1
 * @param inWords for the operator, in Russian
 */
record Evidence(String agencyCode, Reason reason, String topic, double strength, String inWords) {

    /** What speaks for an agency, by the word of the table {@code competence.dmn}. */
    enum Reason {
        TOPIC("тема"),
        NAME("название"),
        WORDS("слова"),
        TEMPLATE("шаблон"),
        SIMILAR("похожие вопросы");

        private final String inTable;

        Reason(String inTable) {
            this.inTable = inTable;
        }

        String inTable() {
            return inTable;
        }
    }

    Evidence {
        if (strength < 0 || strength > 1) {
            throw new IllegalArgumentException("A strength lies between 0 and 1, not " + strength);
        }
    }

    /** The more different words speak for it, the stronger; no number of them makes it certain. */
    static double strengthOf(long words) {
        return 1 - Math.pow(0.5, words);
    }
}
