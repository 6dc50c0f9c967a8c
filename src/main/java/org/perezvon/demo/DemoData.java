package org.perezvon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Particulars;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.KnowledgeBase;
import org.perezvon.knowledge.Validity;
import org.perezvon.worktime.WorkingHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Agencies and answers to begin with, so that the first call can be taken at once. An installation that knows any agency
 * is left alone. In place before the first request is answered.
 */
@Component
@Profile(DemoActivation.PROFILE)
class DemoData implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private final Directory directory;
    private final KnowledgeBase knowledge;
    private final TransactionTemplate together;
    private final Centre centre;
    private final Clock clock;

    DemoData(Directory directory, KnowledgeBase knowledge, TransactionTemplate together, Centre centre, Clock clock) {
        this.directory = directory;
        this.knowledge = knowledge;
        this.together = together;
        this.centre = centre;
        this.clock = clock;
    }

    record DemoPerson(String name, String email, String phone) {}

    /** @param lunch absent: none */
    record DemoHours(
            LocalTime opens,
            LocalTime closes,
            @Nullable LocalTime fridayCloses,
            @Nullable DemoLunch lunch) {

        WorkingHours toWorkingHours() {
            WorkingHours hours = WorkingHours.of(opens, closes);
            if (fridayCloses != null) {
                hours = hours.on(DayOfWeek.FRIDAY, opens, fridayCloses);
            }
            return lunch == null ? hours : hours.withLunch(lunch.from(), lunch.to());
        }
    }

    record DemoLunch(LocalTime from, LocalTime to) {}

    /** Who leads an agency. */
    record DemoHead(String name, String email) {}

    /**
     * @param parent absent: nobody's institution
     * @param phone for transferred calls; absent: none is transferred
     */
    record DemoAgency(
            String code,
            String name,
            String shortName,
            Agency.Kind kind,
            @DefaultValue("Asia/Irkutsk") ZoneId zone,
            @DefaultValue({"ru", "ru-IRK"}) List<String> calendars,
            @DefaultValue("irkutsk") String jurisdiction,
            DemoHours hours,
            List<String> topics,
            DemoPerson responsible,
            @Nullable String parent,
            @Nullable String phone,
            @Nullable DemoHead head) {

        Agency toAgency() {
            return new Agency(
                            code,
                            name,
                            shortName,
                            kind,
                            zone,
                            calendars,
                            hours.toWorkingHours(),
                            jurisdiction,
                            topics,
                            Optional.of(new ResponsiblePerson(
                                    responsible.name(),
                                    EmailAddress.of(responsible.email()),
                                    Optional.of(responsible.phone()))))
                    .with(new Particulars(
                            Optional.ofNullable(parent),
                            Optional.empty(),
                            Optional.ofNullable(phone),
                            Optional.ofNullable(head)
                                    .map(leader ->
                                            new Particulars.Head(leader.name(), EmailAddress.of(leader.email())))));
        }
    }

    /** @param validMonths after how many months the agency promised to look at it again; absent: until further notice */
    record DemoAnswer(
            String agency,
            String title,
            String source,
            @Nullable Integer validMonths,
            String answer) {}

    @Override
    public void afterSingletonsInstantiated() {
        if (!directory.agencies().isEmpty()) {
            return;
        }
        together.executeWithoutResult(transaction -> {
            agencies().forEach(agency -> directory.put(agency.toAgency()));
            LocalDate today = LocalDate.ofInstant(clock.instant(), centre.zone());
            answers()
                    .forEach(answer -> knowledge.publish(
                            Edition.template(
                                    answer.agency(),
                                    answer.title(),
                                    answer.answer().strip(),
                                    answer.source(),
                                    Validity.until(Optional.ofNullable(answer.validMonths())
                                            .map(today::plusMonths))),
                            "system",
                            ""));
        });
        log.info("Органы власти и ответы для пробного запуска на месте");
    }

    static List<DemoAgency> agencies() {
        return read("agencies", DemoAgency.class);
    }

    static List<DemoAnswer> answers() {
        return read("answers", DemoAnswer.class);
    }

    private static <T> List<T> read(String name, Class<T> type) {
        String file = name + ".yaml";
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file, DemoData.class))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind(name, Bindable.listOf(type))
                .get();
    }
}
