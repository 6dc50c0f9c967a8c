package org.perezvon.worktime;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a sheet of ours the way xmlcalendar.ru and 1C publish theirs. */
final class ForeignFiles {

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM.dd");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMdd");

    private ForeignFiles() {}

    static String xml(Sheet sheet) {
        List<String> titles = sheet.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.HOLIDAY)
                .map(Mark::name)
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append("<calendar year=\"%d\" lang=\"ru\" date=\"2026.09.02\" country=\"%s\">\n  <holidays>\n"
                .formatted(sheet.year(), sheet.layer().substring(0, 2)));
        for (String title : titles) {
            text.append("    <holiday id=\"%d\" title=\"%s\"/>\n"
                    .formatted(titles.indexOf(title) + 1, title.replace("\"", "&quot;")));
        }
        text.append("  </holidays>\n  <days>\n");
        daysOf(sheet.year()).forEach(date -> {
            Map<Mark.Kind, Mark> marks = marks(sheet, date);
            if (!marks.isEmpty()) {
                text.append("    <day d=\"%s\" %s/>\n".formatted(MONTH_DAY.format(date), xmlDay(marks, titles)));
            }
        });
        return text.append("  </days>\n</calendar>\n").toString();
    }

    private static String xmlDay(Map<Mark.Kind, Mark> marks, List<String> titles) {
        if (marks.containsKey(Mark.Kind.HOLIDAY)) {
            return "t=\"1\" h=\"%d\""
                    .formatted(titles.indexOf(marks.get(Mark.Kind.HOLIDAY).name()) + 1);
        }
        if (marks.containsKey(Mark.Kind.DAY_OFF)) {
            return "t=\"1\""
                    + marks.get(Mark.Kind.DAY_OFF)
                            .exchangedFor()
                            .map(from -> " f=\"" + MONTH_DAY.format(from) + '"')
                            .orElse("");
        }
        return marks.containsKey(Mark.Kind.SHORT_DAY) ? "t=\"2\"" : "t=\"3\"";
    }

    static String json(Sheet sheet, WorkingCalendar calendar) {
        String months = Stream.of(Month.values())
                .map(month -> "{\"month\":%d,\"days\":\"%s\"}"
                        .formatted(
                                month.getValue(),
                                daysOf(sheet.year())
                                        .filter(date -> date.getMonth() == month)
                                        .map(date -> jsonDay(sheet, calendar, date))
                                        .filter(day -> !day.isEmpty())
                                        .collect(joining(","))))
                .collect(joining(","));
        String transitions = sheet.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.DAY_OFF)
                .flatMap(mark -> mark.exchangedFor().stream().map(from -> "{\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(MONTH_DAY.format(from), MONTH_DAY.format(mark.date()))))
                .collect(joining(","));
        long working = daysOf(sheet.year()).filter(calendar::isWorking).count();
        long shortened = daysOf(sheet.year()).filter(calendar::isShort).count();
        return "{\"year\":%d,\"months\":[%s],\"transitions\":[%s],\"statistic\":{\"workdays\":%d,\"holidays\":%d,\"hours40\":%d,\"hours36\":1774.4}}"
                .formatted(
                        sheet.year(),
                        months,
                        transitions,
                        working,
                        daysOf(sheet.year()).count() - working,
                        8 * working - shortened);
    }

    private static String jsonDay(Sheet sheet, WorkingCalendar calendar, LocalDate date) {
        if (calendar.isShort(date)) {
            return date.getDayOfMonth() + "*";
        }
        if (calendar.isWorking(date)) {
            return "";
        }
        return date.getDayOfMonth() + (marks(sheet, date).containsKey(Mark.Kind.DAY_OFF) ? "+" : "");
    }

    /** Every day of the year. */
    static String oneC(Sheet sheet, String code) {
        return items(daysOf(sheet.year()).map(date -> item(sheet, code, date)).collect(toList()));
    }

    /** Only the days that differ from their weekday. */
    static String oneCSparse(Sheet sheet, String code) {
        return items(daysOf(sheet.year())
                .filter(date -> !marks(sheet, date).isEmpty())
                .map(date -> item(sheet, code, date))
                .collect(toList()));
    }

    static String items(List<String> items) {
        return "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"
                + "<Items Description=\"Данные производственных календарей\" Columns=\"Calendar,Year,DayType,Date,SwapDate\">\n"
                + String.join("", items)
                + "</Items>\n";
    }

    private static String item(Sheet sheet, String code, LocalDate date) {
        Map<Mark.Kind, Mark> marks = marks(sheet, date);
        String type = date.getDayOfWeek() == DayOfWeek.SATURDAY
                ? "Суббота"
                : date.getDayOfWeek() == DayOfWeek.SUNDAY ? "Воскресенье" : "Рабочий";
        String swap = "";
        if (marks.containsKey(Mark.Kind.HOLIDAY)) {
            type = "Праздник";
        } else if (marks.containsKey(Mark.Kind.SHORT_DAY)) {
            type = "Предпраздничный";
        } else if (marks.containsKey(Mark.Kind.WORKING_DAY)) {
            type = "Рабочий";
        } else if (marks.containsKey(Mark.Kind.DAY_OFF)) {
            LocalDate from = marks.get(Mark.Kind.DAY_OFF).exchangedFor().orElseThrow();
            type = from.getDayOfWeek() == DayOfWeek.SATURDAY ? "Суббота" : "Воскресенье";
            swap = DIGITS.format(from);
        }
        if (marks.containsKey(Mark.Kind.WORKING_DAY)) {
            swap = DIGITS.format(marks.get(Mark.Kind.WORKING_DAY).exchangedFor().orElseThrow());
        }
        return "  <Item Calendar=\"%s\" Year=\"%d\" DayType=\"%s\" Date=\"%s\" SwapDate=\"%s\"/>\n"
                .formatted(code, date.getYear(), type, DIGITS.format(date), swap);
    }

    static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static Map<Mark.Kind, Mark> marks(Sheet sheet, LocalDate date) {
        List<Mark> marks = new ArrayList<>(sheet.marks());
        marks.removeIf(mark -> !mark.date().equals(date));
        return marks.stream().collect(toMap(Mark::kind, mark -> mark));
    }
}
