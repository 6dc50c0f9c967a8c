package org.perezvon.worktime;

import java.time.LocalTime;

/**
 * A legal term together with the reading it stands for. Clause ids are those of the requirements: I is the Irkutsk
 * regulation No. 509-rp, K the Kazakh rules No. 797.
 */
public enum Term {
    /** I-10.1: fifteen minutes by the clock from the call; a warning after ten. */
    IRKUTSK_DISPATCH(
            "Звонок поступил",
            "запрос направляется",
            "п. 10 подп. 1 регламента (I-10.1)",
            "п. 10 регламента",
            new ClockMinutes(15, 10)),

    /**
     * I-10.2: the same clock time on the next working day, never before opening; received after 16:00 or on a
     * non-working day, the next working day at 16:00. I-10.3: at most to the closing of the fifth working day.
     */
    IRKUTSK_ANSWER(
            "Запрос получен",
            "ответ ожидается",
            "п. 10 подп. 2 регламента (I-10.2)",
            "п. 10 регламента",
            new OneWorkingDay(
                    OneWorkingDay.Until.SAME_CLOCK_TIME,
                    LocalTime.of(16, 0),
                    WorkingDays.of(5),
                    "п. 10 подп. 3 регламента (I-10.3)")),

    /**
     * I-10.2 read as "until the end of the next working day". Offered because some bodies insist on it; under it a
     * request received after 16:00 is due earlier than one received before.
     */
    IRKUTSK_ANSWER_BY_CLOSING(
            "Запрос получен",
            "ответ ожидается",
            "п. 10 подп. 2 регламента (I-10.2)",
            "п. 10 регламента",
            new OneWorkingDay(
                    OneWorkingDay.Until.CLOSING,
                    LocalTime.of(16, 0),
                    WorkingDays.of(5),
                    "п. 10 подп. 3 регламента (I-10.3)")),

    /** K-5: the responsible person is named within two working days of the request. */
    KAZAKHSTAN_APPOINT(
            "Запрос получен",
            "ответственное лицо назначается",
            "п. 5 Правил (K-5)",
            "п. 5 Правил",
            new ClosingOfDay(WorkingDays.of(2))),

    /** K-5: the information follows within three working days of that. */
    KAZAKHSTAN_INFORM(
            "Ответственное лицо назначено",
            "информация представляется",
            "п. 5 Правил (K-5)",
            "п. 5 Правил",
            new ClosingOfDay(WorkingDays.of(3))),

    /** K-6: changes are supplied within three working days. */
    KAZAKHSTAN_UPDATE(
            "Изменения внесены",
            "обновлённая информация направляется",
            "п. 6 Правил (K-6)",
            "п. 6 Правил",
            new ClosingOfDay(WorkingDays.of(3))),

    /** K-7: the successor of a responsible person is told within three working days. */
    KAZAKHSTAN_SUCCESSOR(
            "Ответственное лицо сменилось",
            "уведомление направляется",
            "п. 7 Правил (K-7)",
            "п. 7 Правил",
            new ClosingOfDay(WorkingDays.of(3))),

    /** K-8: training within five working days of the information. */
    KAZAKHSTAN_TRAINING(
            "Информация представлена",
            "обучение проводится",
            "п. 8 Правил (K-8)",
            "п. 8 Правил",
            new ClosingOfDay(WorkingDays.of(5))),

    /** K-9: consulting starts on the first working day after five full ones. */
    KAZAKHSTAN_CONSULTING(
            "Протокол подписан",
            "консультирование начинается",
            "п. 9 Правил (K-9)",
            "п. 9 Правил",
            new OpeningAfterDays(WorkingDays.of(5))),

    /**
     * K-13, K-14: within ten calendar days after the quarter; a non-working tenth day moves to the next working one.
     * The start is any moment of the quarter, its end included.
     */
    KAZAKHSTAN_QUARTERLY_REPORT(
            "Отчётный период окончился",
            "отчёт представляется",
            "п. 14 Правил (K-14)",
            "п. 14 Правил",
            new DayOfMonthAfterPeriod(10, 3, "в течение десяти календарных дней")),

    /**
     * K-18: by the fifth of the next month, the fifth included; a non-working fifth moves to the next working day.
     * The start is any moment of the month, its end included.
     */
    KAZAKHSTAN_MONTHLY_REPORT(
            "Отчётный период окончился",
            "отчёт представляется",
            "п. 18 Правил (K-18)",
            "п. 18 Правил",
            new DayOfMonthAfterPeriod(5, 1, "к пятому числу"));

    private final String event;
    private final String duty;
    private final String clause;
    private final String shortClause;
    private final Reading reading;

    Term(String event, String duty, String clause, String shortClause, Reading reading) {
        this.event = event;
        this.duty = duty;
        this.clause = clause;
        this.shortClause = shortClause;
        this.reading = reading;
    }

    /** For the file: «п. 10 подп. 2 регламента (I-10.2)». */
    public String clause() {
        return clause;
    }

    /** What starts the clock: «Запрос получен». */
    String event() {
        return event;
    }

    /** What the clock is for: «ответ ожидается». */
    String duty() {
        return duty;
    }

    /** For a letter: «п. 10 регламента». */
    String shortClause() {
        return shortClause;
    }

    Reading reading() {
        return reading;
    }
}
