package org.perezvon.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Counting;
import org.perezvon.worktime.Deadline;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.OwnDay;
import org.perezvon.worktime.Term;
import org.perezvon.worktime.WorkingCalendar;
import org.perezvon.worktime.YearWithoutCalendar;
import picocli.CommandLine.Model.ArgSpec;

/** By when something is due, and why. */
final class DeadlineCommand implements AnsweredAtOnce {

    private static final List<String> FORMATS = List.of("json", "text");

    @Override
    public String name() {
        return "deadline";
    }

    @Override
    public String purpose() {
        return "Посчитать срок и объяснить его.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "deadline --term irkutsk-answer --received 2026-11-17T15:59:00",
                "deadline --calendar ru,ru-IRK --zone Asia/Irkutsk --hours 09:00-18:00 --term irkutsk-answer"
                        + " --received 2026-11-17T15:59:00",
                "deadline --term irkutsk-answer --received 2026-02-17T10:30 --day-off 2026-02-18=Сагаалган"
                        + " --format text",
                "deadline --term kazakhstan-inform --event 2024-12-30 --format text",
                "deadline --term kazakhstan-monthly-report --event 2026-06-30");
    }

    @Override
    public List<ArgSpec> options() {
        List<ArgSpec> options = new ArrayList<>(TermOptions.options());
        options.add(Options.one(
                "МОМЕНТ",
                "Когда запрос получен или произошло другое событие срока: 2026-11-17T15:59:00 по местному времени"
                        + " органа или со смещением, 2026-11-17T15:59:00+08:00. Где час ничего не значит,"
                        + " достаточно даты. Обязательно.",
                "--received",
                "--event",
                "--start"));
        options.addAll(BodyOptions.options());
        options.add(CalendarFiles.option());
        options.add(Options.one("ВИД", "json (по умолчанию) или text — прочесть вслух.", "--format"));
        return options;
    }

    @Override
    public String answer(Typed typed) {
        String format = typed.format(FORMATS);
        TermOptions options = new TermOptions(typed);
        Term term = options.toTerm();
        TypedMoment moment = moment(term, typed.word("--received"));
        Deadlines deadlines = new CalendarFiles(typed).deadlines();
        Body body = new BodyOptions(typed).toBody(term.name(), deadlines.calendars());
        WorkingCalendar calendar = deadlines.calendar(body);
        requireWorking(body, calendar);
        Deadline deadline = deadline(deadlines, term, body, moment);
        DeadlineAnswer answer = new DeadlineAnswer(
                deadline,
                body,
                deadlines.reminder(deadline, body),
                editions(deadline, body, calendar),
                options.changes());
        return format.equals("text") ? answer.toText() : answer.toJson();
    }

    private static TypedMoment moment(Term asked, @Nullable String received) {
        if (received == null) {
            throw new WrongInput("Не указано, когда произошло событие; добавьте --received, например"
                    + " --received 2026-11-17T15:59:00");
        }
        TypedMoment moment = TypedMoment.parse(received);
        if (!moment.hasHour() && isHourCounted(asked)) {
            throw new WrongInput("Для срока «" + asked.name()
                    + "» важен час, а указан только день; напишите, например, " + received.strip() + "T10:00");
        }
        return moment;
    }

    private static boolean isHourCounted(Term term) {
        return switch (term.counting()) {
            case SAME_CLOCK_TIME, CUT_OFF_HOUR, CLOCK_MINUTES -> true;
            case END_OF_DAY -> term.cutOff() != null;
            case AFTER_FULL_DAYS, DAY_OF_MONTH, DAY_OF_QUARTER -> false;
        };
    }

    private static void requireWorking(Body body, WorkingCalendar calendar) {
        body.ownDays().forEach((date, day) -> {
            if (day.kind() == OwnDay.Kind.SHORT && !calendar.isWorking(date)) {
                throw new WrongInput(
                        "День " + date + " нерабочий, сократить его нельзя; если орган в этот день работает,"
                                + " добавьте --working-day " + date);
            }
        });
    }

    private static Deadline deadline(Deadlines deadlines, Term term, Body body, TypedMoment moment) {
        try {
            return deadlines.of(term, body, moment.in(body.zone()));
        } catch (YearWithoutCalendar e) {
            throw new WrongInput(
                    e.getMessage() + "; проверьте дату или укажите папку с календарями тех лет в --calendars");
        }
    }

    private static List<String> editions(Deadline deadline, Body body, WorkingCalendar calendar) {
        return deadline.term().counting() == Counting.CLOCK_MINUTES
                ? List.of()
                : calendar.editions(year(deadline.start(), body), year(deadline.maximum(), body));
    }

    private static int year(Instant moment, Body body) {
        return moment.atZone(body.zone()).getYear();
    }
}
