package org.perezvon.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Dates, hours and numbers as a Russian sentence declines them. */
final class Russian {

    private static final String[] NOMINATIVE = {
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"
    };
    private static final String[] ACCUSATIVE = {
        "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"
    };
    private static final String[] GENITIVE = {
        "понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"
    };
    private static final String[] SHORT = {"пн", "вт", "ср", "чт", "пт", "сб", "вс"};
    private static final String[] MONTHS = {
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря"
    };
    private static final String[] MONTHS_NOMINATIVE = {
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"
    };
    private static final String[] NUMBERS = {
        "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"
    };
    private static final String[] NUMBERS_GENITIVE = {
        "нуля", "одного", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти"
    };
    private static final String[] ORDINALS_GENITIVE = {
        "нулевого",
        "первого",
        "второго",
        "третьего",
        "четвёртого",
        "пятого",
        "шестого",
        "седьмого",
        "восьмого",
        "девятого",
        "десятого"
    };

    private static final String[] ORDINALS = {
        "нулевой",
        "первый",
        "второй",
        "третий",
        "четвёртый",
        "пятый",
        "шестой",
        "седьмой",
        "восьмой",
        "девятый",
        "десятый"
    };
    private static final String[] ORDINALS_DATIVE = {
        "нулевому",
        "первому",
        "второму",
        "третьему",
        "четвёртому",
        "пятому",
        "шестому",
        "седьмому",
        "восьмому",
        "девятому",
        "десятому"
    };

    private Russian() {}

    /** «вторник» */
    static String dayOfWeek(DayOfWeek day) {
        return NOMINATIVE[day.ordinal()];
    }

    /** «вт», for a line of hours */
    static String inShort(DayOfWeek day) {
        return SHORT[day.ordinal()];
    }

    /** «среду», as in «перенос на среду» */
    static String accusative(DayOfWeek day) {
        return ACCUSATIVE[day.ordinal()];
    }

    /** «среды», as in «до 10:30 среды» */
    static String genitive(DayOfWeek day) {
        return GENITIVE[day.ordinal()];
    }

    /** «во вторник», «в среду» */
    static String on(DayOfWeek day) {
        return (day == DayOfWeek.TUESDAY ? "во " : "в ") + accusative(day);
    }

    /** «со вторника», «с понедельника» */
    static String from(DayOfWeek day) {
        return switch (day) {
                    case TUESDAY, WEDNESDAY -> "со ";
                    case MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY -> "с ";
                }
                + genitive(day);
    }

    /** «Суббота 27 апреля», as a sentence begins */
    static String dayAndDate(LocalDate date) {
        return capitalized(dayOfWeek(date.getDayOfWeek())) + " " + date(date);
    }

    /** «Ноябрь», as a heading */
    static String monthName(Month month) {
        return capitalized(MONTHS_NOMINATIVE[month.ordinal()]);
    }

    /** «17 ноября» */
    static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + month(date.getMonth());
    }

    /** «17 ноября 2026 года» */
    static String dateAndYear(LocalDate date) {
        return date(date) + " " + date.getYear() + " года";
    }

    /** «18, 19, 20, 23 и 24 ноября», «30 апреля, 4, 5, 6 и 7 мая» */
    static String dates(List<LocalDate> dates) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            boolean last = i == dates.size() - 1;
            text.append(i == 0 ? "" : last ? " и " : ", ").append(date.getDayOfMonth());
            if (last || dates.get(i + 1).getMonth() != date.getMonth()) {
                text.append(' ').append(month(date.getMonth()));
            }
        }
        return text.toString();
    }

    /** «1–6 и 8 января», «31 декабря, 1–6 января»: like {@link #dates}, with runs of days joined by a dash. */
    static String runs(List<LocalDate> dates) {
        List<List<LocalDate>> runs = new ArrayList<>();
        for (LocalDate date : dates) {
            List<LocalDate> run = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            boolean continues =
                    !run.isEmpty() && run.get(run.size() - 1).plusDays(1).equals(date) && date.getDayOfMonth() != 1;
            if (continues) {
                run.add(date);
            } else {
                runs.add(new ArrayList<>(List.of(date)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            List<LocalDate> run = runs.get(i);
            boolean last = i == runs.size() - 1;
            LocalDate end = run.get(run.size() - 1);
            text.append(i == 0 ? "" : last ? " и " : ", ").append(run.get(0).getDayOfMonth());
            text.append(run.size() == 1 ? "" : "–" + end.getDayOfMonth());
            text.append(last || runs.get(i + 1).get(0).getMonth() != end.getMonth() ? " " + month(end.getMonth()) : "");
        }
        return text.toString();
    }

    /** «9:00», «16:00:01»: seconds are told only where they are not zero. */
    static String time(LocalTime time) {
        StringBuilder text = new StringBuilder(8).append(time.getHour()).append(':');
        twoDigits(text, time.getMinute());
        if (time.getSecond() != 0) {
            twoDigits(text.append(':'), time.getSecond());
        }
        return text.toString();
    }

    /** «UTC+8», «UTC+5:30» */
    static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        String hours = "UTC" + (offset.getTotalSeconds() < 0 ? "−" : "+") + minutes / 60;
        return minutes % 60 == 0 ? hours : hours + ":" + minutes % 60;
    }

    /** «один день», «два дня», «пять дней»; above ten in figures */
    static String counted(int count, String one, String few, String many) {
        return (count < NUMBERS.length ? NUMBERS[count] : String.valueOf(count)) + " " + form(count, one, few, many);
    }

    /** «одного дня», «пяти дней» */
    static String countedGenitive(int count, String one, String many) {
        return (count < NUMBERS_GENITIVE.length ? NUMBERS_GENITIVE[count] : String.valueOf(count)) + " "
                + form(count, one, many, many);
    }

    /** «пятого», as in «до конца пятого рабочего дня» */
    static String ordinalGenitive(int count) {
        return count < ORDINALS_GENITIVE.length ? ORDINALS_GENITIVE[count] : count + "-го";
    }

    /** «второй», as in «на второй рабочий день» */
    static String ordinal(int count) {
        return count < ORDINALS.length ? ORDINALS[count] : count + "-й";
    }

    /** «пятому», as in «к пятому числу» */
    static String ordinalDative(int count) {
        return count < ORDINALS_DATIVE.length ? ORDINALS_DATIVE[count] : count + "-му";
    }

    static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** The form of a noun that goes with a number: «1 минута», «2 минуты», «5 минут». */
    static String form(int count, String one, String few, String many) {
        if (count % 100 / 10 == 1) {
            return many;
        }
        return switch (count % 10) {
            case 1 -> one;
            case 2, 3, 4 -> few;
            default -> many;
        };
    }

    private static String month(Month month) {
        return MONTHS[month.ordinal()];
    }

    private static void twoDigits(StringBuilder text, int number) {
        text.append(number < 10 ? "0" : "").append(number);
    }
}
