package org.perezvon.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.Centre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements that somebody must see to before they end (T-2): each last day of each is told once, and when it is renewed. */
@Component
@Transactional
public class ExpiringAgreements {

    private static final Logger log = LoggerFactory.getLogger(ExpiringAgreements.class);

    private final AgreementWarningStore store;
    private final Agreements.Settings settings;
    private final ApplicationEventPublisher events;
    private final Centre centre;
    private final Clock clock;

    ExpiringAgreements(
            AgreementWarningStore store,
            Agreements.Settings settings,
            ApplicationEventPublisher events,
            Centre centre,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.events = events;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * An agreement of which somebody was told.
     *
     * @param warnedOf the last day it was told of; another one than the agreement's own when that was corrected since
     * @param over whether there is a successor, or another last day
     */
    public record Known(
            String agencyCode,
            String agencyName,
            Agreement agreement,
            LocalDate warnedOf,
            boolean over,
            Optional<String> seenBy,
            Optional<String> note) {}

    /** Tells what ends soon and was not told yet, and what needs nobody's attention any more. */
    public void look() {
        Instant now = clock.instant();
        LocalDate near = LocalDate.ofInstant(now, centre.zone()).plus(settings.agreementWarning());
        for (AgreementWarningStore.Begun begun : store.begin(near, now)) {
            log.info("Agreement warning {} begins: last day {}", begun.id(), begun.until());
            events.publishEvent(new AgreementWarning.Begun(
                    begun.id(),
                    begun.agency(),
                    begun.until().plusDays(1).atStartOfDay(centre.zone()).toInstant()));
        }
        List<Long> over = store.end(near, now);
        over.forEach(id -> events.publishEvent(new AgreementWarning.Over(id)));
    }

    @Transactional(readOnly = true)
    public Optional<Known> find(long id) {
        return store.find(id);
    }

    /** A supervisor knows. */
    public void seen(long id, String by, String note) {
        store.seen(id, by, note, clock.instant());
    }
}
