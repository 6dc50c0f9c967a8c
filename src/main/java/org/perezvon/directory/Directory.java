package org.perezvon.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

    private final AgencyStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Directory(AgencyStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Every agency, by short name. */
    @Transactional(readOnly = true)
    public List<Agency> agencies() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<Agency> agency(String code) {
        return store.find(code);
    }

    /** How far mails are believed that say they come from this agency; {@link SenderPolicy#WARN} unless it was told. */
    @Transactional(readOnly = true)
    public SenderPolicy senderPolicy(String code) {
        return store.senderPolicy(code).orElse(SenderPolicy.WARN);
    }

    /** @throws IllegalArgumentException when there is no such agency */
    public void believe(String code, SenderPolicy policy) {
        if (!store.saveSenderPolicy(code, policy)) {
            throw new IllegalArgumentException("Нет органа власти с кодом «" + code + "»");
        }
        log.info("Senders of {} are believed by {}", code, policy);
    }

    /**
     * Adds an agency or replaces what is known about it; its responsible person, when given, is named as of now. Where its
     * zone, calendars or hours become others, their edition rises and {@link AgencyTimeChanged} is told.
     */
    public void put(Agency agency) {
        Optional<Agency> known = store.lock(agency.code());
        Optional<Agency> keepingTime = known.filter(agency::keepsTimeLike);
        store.save(agency, keepingTime.map(Agency::hoursEdition).orElseGet(store::nextEdition));
        log.info("Agency {} is in the directory", agency.code());
        if (known.isPresent() && keepingTime.isEmpty()) {
            log.info("Agency {} keeps other hours than before", agency.code());
            events.publishEvent(new AgencyTimeChanged(agency.code()));
        }
        agency.responsible().ifPresent(person -> name(agency.code(), person));
    }

    /**
     * Names the responsible person of an agency as of now; the former one's time ends (I-3.1). Inquiries already under way
     * keep the person they were sent to.
     *
     * @throws IllegalArgumentException when there is no such agency
     */
    public Agency name(String code, ResponsiblePerson person) {
        Agency agency = store.find(code)
                .orElseThrow(() -> new IllegalArgumentException("Нет органа власти с кодом «" + code + "»"));
        if (agency.responsible().filter(person::equals).isPresent()) {
            return agency;
        }
        store.replaceResponsible(code, person, clock.instant());
        log.info("Responsible person of {} changed", code);
        return store.find(code).orElseThrow();
    }
}
