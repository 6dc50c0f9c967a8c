package org.perezvon.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.Body;
import picocli.CommandLine.Model.ArgSpec;

/** Who must answer, as far as time is concerned; what is not said follows from the term's name. */
record BodyOptions(Typed typed) {

    static List<ArgSpec> options() {
        List<ArgSpec> options = new ArrayList<>();
        options.add(Options.one(
                "КАЛЕНДАРИ",
                "Календарь страны и, через запятую, её региона: ru,ru-IRK. По умолчанию: для сроков irkutsk-…"
                        + " и dispatch — ru,ru-IRK, для tomsk-… — ru, для kazakhstan-… — kz.",
                "--calendar"));
        options.add(Options.one(
                "ПОЯС",
                "Часовой пояс органа. По умолчанию Asia/Irkutsk, для tomsk-… Asia/Tomsk, для kazakhstan-…"
                        + " Asia/Almaty.",
                "--zone"));
        options.addAll(HoursOptions.options());
        options.addAll(OwnDayOptions.options());
        return options;
    }

    /**
     * @param known calendars there are
     * @throws WrongInput saying what is wrong with an option, or which ones the term's name does not replace
     */
    Body toBody(String term, Set<String> known) {
        Optional<Body> customary = Jurisdiction.of(term).map(Jurisdiction::body);
        HoursOptions hours = new HoursOptions(typed);
        @Nullable String calendar = typed.word("--calendar");
        @Nullable String zone = typed.word("--zone");
        if (customary.isEmpty() && (calendar == null || zone == null || !hours.areGiven())) {
            throw new WrongInput("По имени срока «" + term
                    + "» не понять, чей он; укажите --calendar, --zone и --hours, например"
                    + " --calendar ru,ru-IRK --zone Asia/Irkutsk --hours 09:00-18:00");
        }
        Body usual = customary.orElseGet(Body::irkutsk);
        return new Body(
                TypedCalendars.parse(calendar == null ? String.join(",", usual.layers()) : calendar, known),
                zone == null ? usual.zone() : TypedZone.parse(zone),
                hours.toHours(usual.hours()),
                new OwnDayOptions(typed).toOwnDays());
    }
}
