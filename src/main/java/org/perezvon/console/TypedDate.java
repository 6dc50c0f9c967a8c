package org.perezvon.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as somebody types it; a day that does not exist is told apart from one that is written otherwise. */
final class TypedDate {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private TypedDate() {}

    /** @throws WrongInput saying what is wrong with it */
    static LocalDate parse(String text) {
        Matcher found = DATE.matcher(text.strip());
        if (!found.matches()) {
            throw new WrongInput("«" + text + "» — не дата; дату пишут как 2026-02-18 (год, месяц, день)");
        }
        return of(text, number(found.group(1)), number(found.group(2)), number(found.group(3)));
    }

    private static LocalDate of(String text, int year, int month, int day) {
        if (month < 1 || month > 12) {
            throw new WrongInput("Дня «" + text + "» нет: месяцев двенадцать, а указан " + month
                    + "-й; дату пишут как 2026-02-18 (год, месяц, день)");
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            throw new WrongInput("Дня «%s» нет: в этом месяце %d года дней %d; исправьте дату"
                    .formatted(text, year, YearMonth.of(year, month).lengthOfMonth()));
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
