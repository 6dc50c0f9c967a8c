package org.perezvon.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.WorkingHours;

/**
 * A body that is competent for some of the citizens' questions (орган власти); may be municipal.
 *
 * @param calendars layers of its working calendar, widest first, e.g. {@code ru, ru-IRK}; its own days off are not named
 * @param hours in the body's own zone
 * @param jurisdiction by whose rules its terms run, e.g. {@code irkutsk}, {@code tomsk}, {@code kazakhstan}
 * @param topics words by which an operator finds it
 * @param responsible who answers for it today (I-3.1): the responsible person or, while they are away, their deputy; nobody
 *     when there is none
 * @param hoursEdition rises whenever zone, calendars or hours change; given by the directory, zero until then
 */
public record Agency(
        String code,
        String name,
        String shortName,
        Kind kind,
        ZoneId zone,
        List<String> calendars,
        WorkingHours hours,
        String jurisdiction,
        List<String> topics,
        Optional<ResponsiblePerson> responsible,
        Particulars particulars,
        long hoursEdition) {

    static final String CODE = "[a-z][a-z0-9-]{1,39}";
    static final String JURISDICTION = "[a-z][a-z-]{1,29}";

    private static final String OWN_DAYS = "own:";

    /** Regional bodies are bound by the regulation, municipal ones join it. */
    public enum Kind {
        REGIONAL("региональный орган"),
        MUNICIPAL("муниципальный орган"),
        /** An institution under a body: a hospital, a social service (I-12). */
        SUBORDINATE("подведомственное учреждение"),
        /** One window for the services of many bodies (T-3.2). */
        ONE_STOP_SHOP("МФЦ");

        private final String inRussian;

        Kind(String inRussian) {
            this.inRussian = inRussian;
        }

        public String inRussian() {
            return inRussian;
        }
    }

    public Agency {
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException(
                    "Код органа власти «" + code + "» не годится: строчные латинские буквы, цифры и дефис");
        }
        if (name.isBlank() || shortName.isBlank()) {
            throw new IllegalArgumentException("У органа власти «" + code + "» нет названия");
        }
        if (!jurisdiction.matches(JURISDICTION)) {
            throw new IllegalArgumentException("Юрисдикция «" + jurisdiction + "» органа «" + code
                    + "» не годится: строчные латинские буквы и дефис, например irkutsk");
        }
        calendars = List.copyOf(calendars);
        topics = List.copyOf(topics);
    }

    /** An agency as somebody tells it, before the directory has given its time an edition. */
    public Agency(
            String code,
            String name,
            String shortName,
            Kind kind,
            ZoneId zone,
            List<String> calendars,
            WorkingHours hours,
            String jurisdiction,
            List<String> topics,
            Optional<ResponsiblePerson> responsible) {
        this(
                code,
                name,
                shortName,
                kind,
                zone,
                calendars,
                hours,
                jurisdiction,
                topics,
                responsible,
                Particulars.NONE,
                0);
    }

    public Agency with(Particulars known) {
        return new Agency(
                code,
                name,
                shortName,
                kind,
                zone,
                calendars,
                hours,
                jurisdiction,
                topics,
                responsible,
                known,
                hoursEdition);
    }

    /** The same agency as of a moment at which this person, or nobody, answers for it. */
    Agency answeredBy(Optional<ResponsiblePerson> person) {
        return new Agency(
                code,
                name,
                shortName,
                kind,
                zone,
                calendars,
                hours,
                jurisdiction,
                topics,
                person,
                particulars,
                hoursEdition);
    }

    /** The agency as its deadlines see it: its calendars, on top of them its own days off, its zone and hours. */
    public Body body() {
        List<String> layers =
                Stream.concat(calendars.stream(), Stream.of(ownLayer())).toList();
        return Body.of(layers, zone, hours);
    }

    /** The layer of the days it declares for itself. */
    String ownLayer() {
        return OWN_DAYS + code;
    }

    /** Whether both are at work at the same moments, their own days off aside. */
    boolean keepsTimeLike(Agency other) {
        return zone.equals(other.zone) && calendars.equals(other.calendars) && hours.equals(other.hours);
    }
}
