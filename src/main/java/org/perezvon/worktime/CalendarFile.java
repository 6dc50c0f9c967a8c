package org.perezvon.worktime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of one year as somebody else wrote it down: our own CSV, the XML or the JSON of xmlcalendar.ru, the XML of
 * 1C. Which of them it is, its content tells, not its name.
 */
final class CalendarFile {

    private static final String KNOWN =
            "известны CSV с колонками date,kind,name, XML и JSON с сайта xmlcalendar.ru и XML 1С (Items/Item)";

    private final byte[] content;
    private final String layer;
    private final @Nullable Integer year;
    private final String act;

    /**
     * @param layer whose calendar it shall become: {@code ru}, {@code ru-IRK}, {@code own:mfc}
     * @param year which year is wanted; {@code null} where the file may decide
     * @param act the act the calendar rests on, as a Russian sentence cites it; empty where nobody named one, then the
     *     country's year stays a projection
     */
    CalendarFile(byte[] content, String layer, @Nullable Integer year, String act) {
        this.content = content.clone();
        this.layer = layer;
        this.year = year;
        this.act = act.strip();
    }

    /**
     * @param inForce what names the days that the file does not name
     * @throws UnreadableCalendar in every case in which no sheet comes of it
     */
    ImportedSheet read(Calendars inForce) {
        if (!Layer.isOwn(layer) && !inForce.keys().contains(layer)) {
            throw new UnreadableCalendar("Нет производственного календаря «%s», есть только %s. Выберите один из них."
                    .formatted(layer, inForce.keys()));
        }
        Contents contents = contents(FileText.of(content));
        if (year != null && contents.year() != year) {
            throw new UnreadableCalendar(
                    "В файле календарь на %d год, а загружается %d. Выберите другой файл или другой год."
                            .formatted(contents.year(), year));
        }
        List<Mark> marks = new DayNames(inForce, layer, act).marks(contents);
        boolean decreed = !act.isEmpty() || Layer.isUpper(layer);
        Sheet sheet = new Sheet(layer, contents.year(), marks, act, decreed, Sheet.fingerprint(content));
        return new ImportedSheet(sheet, contents.format(), contents.checksum(), contents.remarks());
    }

    private Contents contents(String text) {
        String beginning = text.stripLeading();
        if (beginning.startsWith("<")) {
            return xml(beginning);
        }
        if (beginning.startsWith("{") || beginning.startsWith("[")) {
            refuseWholeYears();
            return JsonCalendar.read(text, year);
        }
        if (SheetCsv.recognizes(text)) {
            return csv(text);
        }
        throw new UnreadableCalendar(
                "Файл не похож ни на один из известных форматов: " + KNOWN + ". Выберите другой файл.");
    }

    private Contents xml(String text) {
        List<XmlElement> elements = XmlElement.allOf(text);
        return switch (elements.get(0).name()) {
            case "calendar" -> XmlCalendar.read(elements, layer);
            case "Items" -> {
                refuseWholeYears();
                yield OneCCalendar.read(elements, layer, year);
            }
            default ->
                throw new UnreadableCalendar(
                        "Файл не похож ни на один из известных форматов: это XML <%s>, а %s. Выберите другой файл."
                                .formatted(elements.get(0).name(), KNOWN));
        };
    }

    private Contents csv(String text) {
        List<SheetCsv.Line> lines = SheetCsv.read(text);
        if (lines.isEmpty() && (!Layer.isUpper(layer) || year == null)) {
            throw new UnreadableCalendar(
                    "В файле только заголовок, ни одного дня нет. Заполните его или выберите другой.");
        }
        int told = lines.isEmpty() && year != null ? year : lines.get(0).date().getYear();
        return new Contents("CSV", told, lines.stream().map(CalendarFile::entry).toList());
    }

    /** What lies upon a country's calendar holds its own days only, so that the country's may change beneath. */
    private void refuseWholeYears() {
        if (Layer.isUpper(layer)) {
            throw new UnreadableCalendar(
                    "В этом формате перечислены все дни года, а календарь «%s» хранит только отличия от календаря страны. Загрузите их файлом CSV."
                            .formatted(layer));
        }
    }

    private static Entry entry(SheetCsv.Line line) {
        Entry.Says says =
                switch (line.kind()) {
                    case HOLIDAY -> Entry.Says.HOLIDAY;
                    case DAY_OFF -> Entry.Says.DAY_OFF;
                    case WORKING_DAY -> Entry.Says.WORKING;
                    case SHORT_DAY -> Entry.Says.SHORT;
                };
        return Entry.of(line.date(), says, line.place()).titled(line.name());
    }
}
