package org.perezvon.directory;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.worktime.WorkingCalendars;
import org.perezvon.worktime.WorkingHours;
import org.springframework.stereotype.Component;

/**
 * What an agency needs before inquiries can go to it: every deadline is computed from its calendars, zone and hours, so
 * none of them may turn out to be unknown later. Every fault is named at once, each beside its field.
 */
@Component
class AgencyPolicy {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_SHORT_NAME = 80;
    private static final int LONGEST_TOPIC = 100;
    private static final int MOST_TOPICS = 100;
    private static final String KINDS = Arrays.stream(Agency.Kind.values())
            .map(kind -> kind.name() + " (" + kind.inRussian() + ")")
            .collect(Collectors.joining(", "));
    private static final ZoneId TOMSK = ZoneId.of("Asia/Tomsk");

    private final WorkingCalendars calendars;
    private final Jurisdictions jurisdictions;

    AgencyPolicy(WorkingCalendars calendars, Jurisdictions jurisdictions) {
        this.calendars = calendars;
        this.jurisdictions = jurisdictions;
    }

    /**
     * @param known whether an agency of this code is in the directory
     * @throws InvalidInput with every fault found
     */
    Agency check(String code, AgencyController.NewAgency entered, Predicate<String> known) {
        List<Problem> problems = new ArrayList<>();
        if (!code.matches(Agency.CODE)) {
            problems.add(new Problem(
                    "code",
                    "Код «" + code
                            + "» не годится: от 2 до 40 строчных латинских букв, цифр и дефисов, сначала буква"));
        }
        String name = text(entered.name(), "name", "Укажите полное название", LONGEST_NAME, problems);
        String shortName =
                text(entered.shortName(), "shortName", "Укажите короткое название", LONGEST_SHORT_NAME, problems);
        Agency.Kind kind =
                parsed(entered.kind(), "kind", "Укажите, что это за орган: " + KINDS, AgencyPolicy::kind, problems);
        ZoneId zone =
                parsed(entered.zone(), "zone", "Укажите часовой пояс: Asia/Irkutsk", AgencyPolicy::zone, problems);
        List<String> calendars = calendars(entered.calendars(), problems);
        WorkingHours hours = HoursPolicy.check(entered, problems);
        String jurisdiction = jurisdiction(entered.jurisdiction(), calendars, zone, problems);
        List<String> topics = topics(entered.topics(), problems);
        Optional<ResponsiblePerson> responsible = Optional.ofNullable(entered.responsible())
                .flatMap(person -> Optional.ofNullable(responsible(person, problems)));
        Particulars particulars = ParticularsPolicy.check(code, entered, known, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Agency(
                        code,
                        name,
                        shortName,
                        Objects.requireNonNull(kind),
                        Objects.requireNonNull(zone),
                        calendars,
                        Objects.requireNonNull(hours),
                        jurisdiction,
                        topics,
                        responsible)
                .with(particulars);
    }

    private List<String> calendars(@Nullable List<@Nullable String> entered, List<Problem> problems) {
        List<String> calendars = texts(entered);
        if (calendars.isEmpty()) {
            problems.add(
                    new Problem("calendars", "Укажите производственные календари, от общего к частному: ru, ru-IRK"));
        }
        if (!calendars.isEmpty() && calendars.get(0).contains("-")) {
            problems.add(new Problem("calendars", "Первым назовите календарь страны: ru, за ним — региона: ru-IRK"));
        }
        if (calendars.stream().skip(1).anyMatch(region -> !region.startsWith(calendars.get(0) + "-"))
                || calendars.stream().distinct().count() < calendars.size()) {
            problems.add(new Problem(
                    "calendars", "После календаря страны могут идти только календари её регионов, каждый один раз"));
        }
        Set<String> known = this.calendars.inForce().calendars();
        for (String calendar : calendars) {
            if (!known.contains(calendar)) {
                problems.add(new Problem(
                        "calendars", "Нет календаря «%s», есть %s".formatted(calendar, String.join(", ", known))));
            }
        }
        return calendars;
    }

    /** Unless it is told, the one whose calendar and zone the agency keeps. */
    private String jurisdiction(
            @Nullable String entered, List<String> calendars, @Nullable ZoneId zone, List<Problem> problems) {
        if (entered == null || entered.isBlank()) {
            return calendars.stream().anyMatch(calendar -> calendar.startsWith("kz"))
                    ? "kazakhstan"
                    : TOMSK.equals(zone) ? "tomsk" : "irkutsk";
        }
        String jurisdiction = entered.strip();
        if (!jurisdiction.matches(Agency.JURISDICTION)) {
            problems.add(
                    new Problem(
                            "jurisdiction",
                            "Юрисдикция «" + jurisdiction
                                    + "» не годится: от 2 до 30 строчных латинских букв и дефисов, например irkutsk, tomsk, kazakhstan"));
        }
        if (jurisdiction.matches(Agency.JURISDICTION) && !jurisdictions.haveTermsFor(jurisdiction)) {
            problems.add(new Problem(
                    "jurisdiction",
                    "В таблице сроков inquiry-terms.dmn нет строки для юрисдикции «" + jurisdiction
                            + "»: добавьте её туда или выберите другую"));
        }
        return jurisdiction;
    }

    private static List<String> topics(@Nullable List<@Nullable String> entered, List<Problem> problems) {
        List<String> topics = texts(entered);
        if (topics.stream().anyMatch(topic -> topic.contains(";"))) {
            problems.add(
                    new Problem("topics", "В слове для поиска не должно быть точки с запятой: она разделяет слова"));
        }
        if (topics.size() > MOST_TOPICS || topics.stream().anyMatch(topic -> topic.length() > LONGEST_TOPIC)) {
            problems.add(new Problem(
                    "topics",
                    "Слов для поиска больше %d, или слово длиннее %d знаков".formatted(MOST_TOPICS, LONGEST_TOPIC)));
        }
        return topics;
    }

    private static @Nullable ResponsiblePerson responsible(AgencyController.NewPerson entered, List<Problem> problems) {
        EmailAddress email = parsed(
                entered.email(),
                "responsible.email",
                "Укажите адрес электронной почты ответственного лица",
                EmailAddress::of,
                problems);
        Optional<String> phone =
                Optional.ofNullable(entered.phone()).map(String::strip).filter(text -> !text.isEmpty());
        return parsed(
                entered.name(),
                "responsible.name",
                "Укажите фамилию, имя и отчество ответственного лица",
                name -> email == null ? null : new ResponsiblePerson(name, email, phone),
                problems);
    }

    private static Agency.Kind kind(String text) {
        return Arrays.stream(Agency.Kind.values())
                .filter(kind -> kind.name().equals(text) || kind.inRussian().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Вид органа «" + text + "» неизвестен, есть " + KINDS));
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException(
                    "Нет часового пояса «" + text + "»: пояс называют по городу, например Asia/Irkutsk");
        }
        return ZoneId.of(text);
    }

    private static List<String> texts(@Nullable List<@Nullable String> entered) {
        return entered == null
                ? List.of()
                : entered.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
    }

    private static String text(
            @Nullable String entered, String field, String whenMissing, int longest, List<Problem> problems) {
        String text = entered == null ? "" : entered.strip();
        if (text.isEmpty()) {
            problems.add(new Problem(field, whenMissing));
        } else if (text.length() > longest) {
            problems.add(new Problem(field, "Длиннее " + longest + " знаков"));
        }
        return text;
    }

    static <T> @Nullable T parsed(
            @Nullable String entered,
            String field,
            String whenMissing,
            Function<String, @Nullable T> parse,
            List<Problem> problems) {
        if (entered == null || entered.isBlank()) {
            problems.add(new Problem(field, whenMissing));
            return null;
        }
        try {
            return parse.apply(entered.strip());
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(field, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
