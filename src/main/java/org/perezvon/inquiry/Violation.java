package org.perezvon.inquiry;

/** Which promise of the regulation was not kept (нарушение, I-5). */
enum Violation {
    /** Ours: the letter had not left fifteen minutes after the call (I-10.1). */
    LATE_DISPATCH("запрос не отправлен за 15 минут с минуты звонка (I-10.1)"),
    /** The agency's: no answer within the term (I-10.2). */
    LATE_ANSWER("ответ не дан в срок (I-5, I-10.2)"),
    /** The agency's: no answer within five working days (I-10.3). */
    NO_ANSWER("ответ не дан и за пять рабочих дней (I-5, I-10.3)"),
    /** The agency's: news for the information base came later than they had to. */
    LATE_UPDATE("сведения для базы присланы с опозданием (I-4.2, K-6, I-5)"),
    /** The agency's: nobody said whether an item of the base still holds. */
    NOT_CONFIRMED("сведения не подтверждены и устарели (I-5)");

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
