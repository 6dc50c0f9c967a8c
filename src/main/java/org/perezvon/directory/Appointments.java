package org.perezvon.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who answers for an agency, from when till when, and who stands in (I-3.1). What is under way is not touched: an inquiry
 * keeps the person it was sent to.
 */
@Component
@Transactional
class Appointments {

    private static final Logger log = LoggerFactory.getLogger(Appointments.class);

    private final AgencyStore agencies;
    private final ContactStore contacts;
    private final AppointmentStore store;
    private final ChangeStore changes;
    private final Clock clock;

    Appointments(
            AgencyStore agencies, ContactStore contacts, AppointmentStore store, ChangeStore changes, Clock clock) {
        this.agencies = agencies;
        this.contacts = contacts;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Map<String, Contacts> today() {
        return contacts.all(clock.instant());
    }

    @Transactional(readOnly = true)
    public Map<String, Contacts> today(Set<String> codes) {
        return contacts.of(codes, clock.instant());
    }

    @Transactional(readOnly = true)
    public Contacts today(String code) {
        return contacts.of(code, clock.instant());
    }

    /** Past, present and to come, the newest first. */
    @Transactional(readOnly = true)
    public List<Appointment> of(String code) {
        return store.of(code);
    }

    /** Absences that have not ended. */
    @Transactional(readOnly = true)
    public List<Absence> absences(String code) {
        return store.absences(code, clock.instant());
    }

    /** Letters go to this person as of now. Who answers already is not named again; who was away is back. */
    public void name(String code, ResponsiblePerson person, String by) {
        lock(code);
        Instant now = clock.instant();
        if (contacts.of(code, now).first().filter(person::equals).isPresent()) {
            return;
        }
        store.endAbsence(code, person.email(), now);
        if (contacts.of(code, now).responsible().filter(person::equals).isEmpty()) {
            store.save(code, untilTheNext(code, Appointment.from(now, person)), now, by);
        }
        record(code, by, "Ответственное лицо: " + inWords(person));
    }

    /** Names somebody for a time, which may be one to come; nobody else is named for the same time. */
    public void appoint(String code, Appointment appointment, String by) {
        Agency agency = lock(code);
        Appointment bounded = untilTheNext(code, appointment);
        store.save(code, bounded, clock.instant(), by);
        record(
                code,
                by,
                "Ответственное лицо: " + inWords(bounded.person())
                        + bounded.further()
                                .map(email -> ", второй адрес " + email)
                                .orElse("") + ", "
                        + period(agency, bounded));
    }

    /** Who was named for a later day still begins then. */
    private Appointment untilTheNext(String code, Appointment appointment) {
        Optional<Instant> next = store.of(code).stream()
                .map(Appointment::since)
                .filter(appointment.since()::isBefore)
                .min(Comparator.naturalOrder());
        return appointment.until().isPresent()
                ? appointment
                : new Appointment(appointment.person(), appointment.further(), appointment.since(), next);
    }

    public void replaceDeputies(String code, List<ResponsiblePerson> deputies, String by) {
        lock(code);
        if (contacts.of(code, clock.instant()).deputies().equals(deputies)) {
            return;
        }
        store.replaceDeputies(code, deputies);
        record(
                code,
                by,
                deputies.isEmpty()
                        ? "Постоянных заместителей нет"
                        : "Заместители: "
                                + deputies.stream().map(Appointments::inWords).collect(Collectors.joining("; ")));
    }

    public void absence(String code, Absence absence, String by) {
        Agency agency = lock(code);
        store.save(code, absence, clock.instant(), by);
        record(
                code,
                by,
                "Отсутствует %s с %s до %s, замещает: %s"
                        .formatted(
                                absence.absent(),
                                Wording.moment(agency, absence.since()),
                                Wording.moment(agency, absence.until()),
                                absence.deputy().map(Appointments::inWords).orElse("постоянный заместитель")));
    }

    /** Somebody is back before the time, or does not leave at all. */
    public void back(String code, EmailAddress absent, String by) {
        lock(code);
        if (store.endAbsence(code, absent, clock.instant())) {
            record(code, by, "Снова на работе: " + absent);
        }
    }

    /** @param day absent: now */
    Instant beginningOf(Agency agency, @Nullable LocalDate day) {
        return day == null ? clock.instant() : day.atStartOfDay(agency.zone()).toInstant();
    }

    /** The first moment after a day on the agency's clock. */
    static Instant endOf(Agency agency, LocalDate day) {
        return day.plusDays(1).atStartOfDay(agency.zone()).toInstant();
    }

    private void record(String code, String by, String what) {
        changes.add(code, clock.instant(), by, what);
        log.info("Who answers for {} changed", code);
    }

    private Agency lock(String code) {
        return agencies.lock(code)
                .orElseThrow(() -> new IllegalArgumentException("Нет органа власти с кодом «" + code + "»"));
    }

    private static String inWords(ResponsiblePerson person) {
        return person.name() + ", " + person.email()
                + person.phone().map(phone -> ", тел. " + phone).orElse("");
    }

    private static String period(Agency agency, Appointment appointment) {
        Optional<String> until = appointment.until().map(end -> " до " + Wording.moment(agency, end));
        return "с " + Wording.moment(agency, appointment.since()) + until.orElse("");
    }
}
