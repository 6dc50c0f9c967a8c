package org.perezvon.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.WorkingHours.Window;

/** An agency as programs and forms read it. */
record AgencyView(
        String code,
        String name,
        String shortName,
        Agency.Kind kind,
        ZoneId zone,
        List<String> calendars,

        @Schema(description = "Начало обычного рабочего дня, по времени органа", type = "string", example = "09:00:00")
        LocalTime opens,

        @Schema(description = "Конец обычного рабочего дня", type = "string", example = "18:00:00")
        LocalTime closes,

        @Schema(description = "Обед; null — обеда нет") @Nullable
        LunchView lunch,

        @Schema(description = "Дни с другими часами") Map<DayOfWeek, DayView> days,

        @Schema(description = "Часы работы для людей", example = "пн–чт 9:00–18:00, пт 9:00–17:00, обед 13:00–14:00")
        String hours,

        @Schema(description = "По чьим правилам считаются сроки", example = "irkutsk")
        String jurisdiction,

        List<String> topics,

        @Schema(description = "Кому письмо уйдёт сегодня; null — некому") @Nullable
        PersonView responsible,

        @Schema(description = "Код вышестоящего органа") @Nullable
        String parent,

        @Nullable String region,

        @Schema(description = "Телефон, на который переводят звонок") @Nullable
        String phone,

        @Nullable HeadView head) {

    record HeadView(String name, String email) {}

    record LunchView(
            @Schema(type = "string", example = "13:00:00") LocalTime from,
            @Schema(type = "string", example = "14:00:00") LocalTime to) {}

    record DayView(
            @Schema(type = "string", example = "09:00:00") LocalTime opens,
            @Schema(type = "string", example = "17:00:00") LocalTime closes) {}

    record PersonView(String name, String email, @Nullable String phone) {

        static PersonView of(ResponsiblePerson person) {
            return new PersonView(
                    person.name(), person.email().value(), person.phone().orElse(null));
        }
    }

    static AgencyView of(Agency agency) {
        Timetable timetable = Timetable.of(agency.hours());
        return new AgencyView(
                agency.code(),
                agency.name(),
                agency.shortName(),
                agency.kind(),
                agency.zone(),
                agency.calendars(),
                timetable.ordinary().from(),
                timetable.ordinary().to(),
                timetable
                        .lunch()
                        .map(lunch -> new LunchView(lunch.from(), lunch.to()))
                        .orElse(null),
                days(timetable.others()),
                agency.hours().inWords(),
                agency.jurisdiction(),
                agency.topics(),
                agency.responsible().map(PersonView::of).orElse(null),
                agency.particulars().parent().orElse(null),
                agency.particulars().region().orElse(null),
                agency.particulars().phone().orElse(null),
                agency.particulars()
                        .head()
                        .map(head -> new HeadView(head.name(), head.email().value()))
                        .orElse(null));
    }

    private static Map<DayOfWeek, DayView> days(Map<DayOfWeek, Window> others) {
        EnumMap<DayOfWeek, DayView> days = new EnumMap<>(DayOfWeek.class);
        others.forEach((day, window) -> days.put(day, new DayView(window.from(), window.to())));
        return days;
    }
}
