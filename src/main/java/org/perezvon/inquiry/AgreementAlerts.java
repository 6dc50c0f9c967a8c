package org.perezvon.inquiry;

import org.perezvon.directory.AgreementWarning;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts an agreement that ends onto a supervisor's desk, and takes it off when it is renewed (T-2). */
@Component
class AgreementAlerts {

    private final Processes processes;

    AgreementAlerts(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(AgreementWarning warning) {
        String businessKey = AgreementExpiryProcess.businessKey(warning.id());
        if (warning instanceof AgreementWarning.Begun begun) {
            processes.startBy(
                    AgreementExpiryProcess.ENDS_SOON,
                    businessKey,
                    Facts.of(AgreementExpiryProcess.WARNING_ID, begun.id())
                            .and(AgreementExpiryProcess.AGENCY, begun.agency())
                            .and(AgreementExpiryProcess.ENDS, begun.until()));
        } else if (warning instanceof AgreementWarning.Over) {
            processes.wake(businessKey, AgreementExpiryProcess.RENEWED, Facts.none());
        }
    }
}
