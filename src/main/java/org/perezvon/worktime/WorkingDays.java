package org.perezvon.worktime;

/** A term counted in working days: a whole number, 1..30. */
public record WorkingDays(int count) {

    public WorkingDays {
        if (count < 1 || count > 30) {
            throw new IllegalArgumentException("Срок в рабочих днях бывает от 1 до 30, а указано " + count);
        }
    }

    public static WorkingDays of(int count) {
        return new WorkingDays(count);
    }

    /** As a letter says it: «один рабочий день», «пять рабочих дней». */
    public String inWords() {
        return Russian.counted(count, "рабочий день", "рабочих дня", "рабочих дней");
    }

    /** After «в течение» or «по истечении»: «пяти рабочих дней». */
    String genitive() {
        return Russian.countedGenitive(count, "рабочего дня", "рабочих дней");
    }
}
