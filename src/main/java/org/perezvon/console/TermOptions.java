package org.perezvon.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.Term;
import org.perezvon.worktime.Terms;
import org.perezvon.worktime.WorkingDays;
import picocli.CommandLine.Model.ArgSpec;

/** Which term, and what of its row is to be otherwise this time. */
record TermOptions(Typed typed) {

    static List<ArgSpec> options() {
        return List.of(
                Options.one("ИМЯ", "Имя срока из таблицы (см. ниже). Обязательно.", "--term"),
                TermTable.option(),
                Options.one(
                        "СПОСОБ",
                        "Считать иначе, чем в таблице: тот же час, конец дня, пороговый час, по истечении дней,"
                                + " число месяца, число квартала, минуты; или same-clock-time, end-of-day,"
                                + " cut-off-hour, after-full-days, day-of-month, day-of-quarter, clock-minutes.",
                        "--counting"),
                Options.one("ЧИСЛО", "Другая длина: рабочих дней, минут или число месяца.", "--length"),
                Options.one("ЧАС", "Другой пороговый час: 16:00, или none.", "--cut-off"),
                Options.one(
                        "ДНЕЙ", "Продлить не далее стольких рабочих дней после дня поступления, или none.", "--wall"),
                Options.one(
                        "ВРЕМЯ",
                        "Напомнить за столько рабочего времени до срока: «2 ч», «30 мин», 2h, 30m, PT2H; или none.",
                        "--lead"));
    }

    /** @throws WrongInput when the table has no such row, or the row cannot be so */
    Term toTerm() {
        Term row = row();
        @Nullable String counting = typed.word("--counting");
        @Nullable String length = typed.word("--length");
        @Nullable String cutOff = typed.word("--cut-off");
        @Nullable String wall = typed.word("--wall");
        @Nullable String lead = typed.word("--lead");
        try {
            return new Term(
                    row.name(),
                    counting == null ? row.counting() : TypedCounting.parse(counting),
                    length == null ? row.length() : number("--length", length),
                    cutOff == null ? row.cutOff() : Omitted.is(cutOff) ? null : TypedHours.time(cutOff.strip()),
                    wall == null ? row.wall() : Omitted.is(wall) ? null : WorkingDays.of(number("--wall", wall)),
                    wallClause(row, wall),
                    lead == null ? row.reminder() : Omitted.is(lead) ? null : TypedLead.parse(lead),
                    row.event(),
                    row.duty(),
                    row.clause());
        } catch (IllegalArgumentException e) {
            throw new WrongInput(e.getMessage() + "; исправьте --counting, --length, --cut-off, --wall или --lead");
        }
    }

    /** What the clause does not say, but the command: {@code --length 3}. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        for (String option : List.of("--counting", "--length", "--cut-off", "--wall")) {
            @Nullable String value = typed.word(option);
            if (value != null) {
                changes.add(option + " " + value);
            }
        }
        return changes;
    }

    private Term row() {
        @Nullable String name = typed.word("--term");
        if (name == null) {
            throw new WrongInput("Не указан срок; добавьте --term, например --term irkutsk-answer."
                    + " Все сроки: java -jar perezvon.jar terms");
        }
        Terms terms = new TermTable(typed).terms();
        List<String> names = terms.all().stream().map(Term::name).toList();
        if (!names.contains(name)) {
            throw new WrongInput("Срока «" + name + "» в таблице нет." + Nearest.sentence(name, names)
                    + " Все сроки: java -jar perezvon.jar terms");
        }
        return terms.named(name);
    }

    private static @Nullable String wallClause(Term row, @Nullable String wall) {
        if (wall == null) {
            return row.wallClause();
        }
        return Omitted.is(wall) ? null : "предел указан в команде";
    }

    private static int number(String option, String text) {
        if (!text.strip().matches("\\d{1,4}")) {
            throw new WrongInput("После " + option + " нужно целое число, а указано «" + text + "»");
        }
        return Integer.parseInt(text.strip());
    }
}
