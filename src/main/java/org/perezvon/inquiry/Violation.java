package org.perezvon.inquiry;

/** Which promise of the regulation was not kept (нарушение, I-5). */
enum Violation {
    /** Ours: the letter had not left fifteen minutes after the call (I-10.1). */
    LATE_DISPATCH("запрос не отправлен за 15 минут с минуты звонка (I-10.1)"),
    /** The agency's: no answer within the term (I-10.2). */
    LATE_ANSWER("ответ не дан в срок (I-5, I-10.2)"),
    /** The agency's: no answer within five working days (I-10.3). */
    NO_ANSWER("ответ не дан и за пять рабочих дней (I-5, I-10.3)");

    private final String inRussian;

    Violation(String inRussian) {
        this.inRussian = inRussian;
    }

    String inRussian() {
        return inRussian;
    }

    /** Whether it is the contact centre's own, not the agency's. */
    boolean isOurs() {
        return this == LATE_DISPATCH;
    }
}
