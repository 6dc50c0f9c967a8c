package org.perezvon.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.perezvon.kernel.Centre;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agreements under which information is used, and which of them somebody must see to (T-2). */
@Component
@Transactional
class Agreements {

    private final AgencyStore agencies;
    private final AgreementStore store;
    private final ChangeStore changes;
    private final ExpiringAgreements expiring;
    private final Settings settings;
    private final Centre centre;
    private final Clock clock;

    /** @param agreementWarning how long before its last day an agreement is warned of */
    @ConfigurationProperties("perezvon.directory")
    record Settings(Period agreementWarning) {}

    Agreements(
            AgencyStore agencies,
            AgreementStore store,
            ChangeStore changes,
            ExpiringAgreements expiring,
            Settings settings,
            Centre centre,
            Clock clock) {
        this.agencies = agencies;
        this.store = store;
        this.changes = changes;
        this.expiring = expiring;
        this.settings = settings;
        this.centre = centre;
        this.clock = clock;
    }

    /** @param expired whether its last day is over; otherwise it is near */
    record Warning(String agencyCode, String agencyName, Agreement agreement, boolean expired) {}

    @Transactional(readOnly = true)
    public List<Agreement> of(String code) {
        return store.of(code);
    }

    /** Agreements that have ended, or will soon, and have no successor. */
    @Transactional(readOnly = true)
    public List<Warning> warnings() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), centre.zone());
        return store.endingBefore(today.plus(settings.agreementWarning())).stream()
                .map(ending -> new Warning(
                        ending.agencyCode(),
                        ending.agencyName(),
                        ending.agreement(),
                        ending.agreement().hasExpired(today)))
                .toList();
    }

    /** Notes an agreement down, or corrects what is known of it: its number says which it is. */
    public void put(String code, Agreement agreement, String by) {
        if (agencies.lock(code).isEmpty()) {
            throw new IllegalArgumentException("Нет органа власти с кодом «" + code + "»");
        }
        if (store.of(code).contains(agreement)) {
            return;
        }
        store.save(code, agreement);
        changes.add(
                code,
                clock.instant(),
                by,
                "Соглашение № %s: %s, действует с %s%s"
                        .formatted(
                                agreement.number(),
                                agreement.scope(),
                                Wording.day(agreement.validFrom()),
                                agreement
                                        .validUntil()
                                        .map(day -> " по " + Wording.day(day))
                                        .orElse(" бессрочно")));
        expiring.look();
    }
}
