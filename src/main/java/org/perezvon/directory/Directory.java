package org.perezvon.directory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is competent for what, and who answers there today. */
@Component
@Transactional
public class Directory {

    private static final Logger log = LoggerFactory.getLogger(Directory.class);

    /** Who is noted down when nobody was there: the demo, a start. */
    private static final String NOBODY = "система";

    private final AgencyStore store;
    private final CompetenceStore competence;
    private final Appointments appointments;
    private final ChangeStore changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Directory(
            AgencyStore store,
            CompetenceStore competence,
            Appointments appointments,
            ChangeStore changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.competence = competence;
        this.appointments = appointments;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** Every agency, by short name. */
    @Transactional(readOnly = true)
    public List<Agency> agencies() {
        return answered(store.all(), appointments.today());
    }

    /** The agencies of these codes and the institutions of each, by short name. */
    @Transactional(readOnly = true)
    public List<Agency> around(Set<String> codes) {
        List<Agency> agencies = store.around(codes);
        return answered(
                agencies, appointments.today(agencies.stream().map(Agency::code).collect(Collectors.toSet())));
    }

    private static List<Agency> answered(List<Agency> agencies, Map<String, Contacts> contacts) {
        return agencies.stream()
                .map(agency -> agency.answeredBy(
                        contacts.getOrDefault(agency.code(), Contacts.NOBODY).first()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Agency> agency(String code) {
        return store.find(code)
                .map(agency -> agency.answeredBy(appointments.today(code).first()));
    }

    /**
     * To whom a letter may go at this moment, in the order in which it is tried: the responsible person unless away, their
     * second address, whoever stands in for them, the standing deputies; each address once.
     *
     * @return nothing when nobody is there: no inquiry is sent, a person has to see to it (I-3.1)
     */
    @Transactional(readOnly = true)
    public List<Recipient> recipients(String code) {
        return appointments.today(code).recipients();
    }

    /** Codes of the agencies for which letters from this address speak today: their responsible persons and deputies. */
    @Transactional(readOnly = true)
    public List<String> spokenForBy(EmailAddress sender) {
        return appointments.today().entrySet().stream()
                .filter(agency -> agency.getValue().speak(sender))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Every agency that a text speaks of: by its name, by one of its words, by a topic that is its business. */
    @Transactional(readOnly = true)
    public List<Mention> mentions(String typed) {
        return competence.mentions(typed);
    }

    /** What the rules of competence speak about, by title. */
    @Transactional(readOnly = true)
    public List<Topic> topics() {
        return competence.topics();
    }

    void put(Topic topic) {
        competence.save(topic);
        log.info("Topic {} has {} words", topic.code(), topic.words().size());
    }

    public void put(Agency agency) {
        put(agency, NOBODY);
    }

    /** How far mails are believed that say they come from this agency; {@link SenderPolicy#WARN} unless it was told. */
    @Transactional(readOnly = true)
    public SenderPolicy senderPolicy(String code) {
        return store.senderPolicy(code).orElse(SenderPolicy.WARN);
    }

    /** The same of every agency, by its code. */
    @Transactional(readOnly = true)
    public Map<String, SenderPolicy> senderPolicies() {
        return store.senderPolicies();
    }

    public void believe(String code, SenderPolicy policy) {
        believe(code, policy, NOBODY);
    }

    /**
     * @param by who says so
     * @throws IllegalArgumentException when there is no such agency
     */
    public void believe(String code, SenderPolicy policy, String by) {
        if (senderPolicy(code) != policy) {
            changes.add(code, clock.instant(), by, "Проверка отправителя: " + policy);
        }
        if (!store.saveSenderPolicy(code, policy)) {
            throw new IllegalArgumentException("Нет органа власти с кодом «" + code + "»");
        }
        log.info("Senders of {} are believed by {}", code, policy);
    }

    /**
     * Adds an agency or replaces what is known about it; its responsible person, when given, is named as of now. Where its
     * zone, calendars or hours become others, their edition rises and {@link AgencyTimeChanged} is told.
     *
     * @param by who says so
     */
    public void put(Agency agency, String by) {
        Optional<Agency> known = store.lock(agency.code());
        Optional<Agency> keepingTime = known.filter(agency::keepsTimeLike);
        store.save(agency, keepingTime.map(Agency::hoursEdition).orElseGet(store::nextEdition));
        competence.saveWords(agency);
        log.info("Agency {} is in the directory", agency.code());
        String changed = known.map(before -> Difference.inWords(before, agency)).orElse("Внесён в справочник");
        if (!changed.isEmpty()) {
            changes.add(agency.code(), clock.instant(), by, changed);
        }
        if (known.isPresent() && keepingTime.isEmpty()) {
            log.info("Agency {} keeps other hours than before", agency.code());
            events.publishEvent(new AgencyTimeChanged(agency.code()));
        }
        agency.responsible().ifPresent(person -> appointments.name(agency.code(), person, by));
    }

    public Agency name(String code, ResponsiblePerson person) {
        return name(code, person, NOBODY);
    }

    /**
     * Names the responsible person of an agency as of now; the former one's time ends (I-3.1). Inquiries already under way
     * keep the person they were sent to.
     *
     * @param by who says so
     * @throws IllegalArgumentException when there is no such agency
     */
    public Agency name(String code, ResponsiblePerson person, String by) {
        appointments.name(code, person, by);
        return agency(code).orElseThrow();
    }

    /**
     * Notes down that somebody who answers for an agency is away, and who answers meanwhile. From the first moment of the
     * absence letters go to the deputy; inquiries already under way keep the person they were sent to.
     *
     * @param by who says so, or who has confirmed what an automatic reply said
     * @throws IllegalArgumentException when there is no such agency
     */
    public void absence(String code, Absence absence, String by) {
        appointments.absence(code, absence, by);
    }
}
