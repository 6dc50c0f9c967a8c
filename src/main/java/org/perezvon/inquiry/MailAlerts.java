package org.perezvon.inquiry;

import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.mail.MailTrouble;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts what the mail room cannot cure onto a supervisor's desk, and takes it off when it is over. */
@Component
class MailAlerts {

    private final Processes processes;

    MailAlerts(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(MailTrouble trouble) {
        String businessKey = MailAlertProcess.businessKey(trouble.id());
        if (trouble instanceof MailTrouble.Begun begun) {
            processes.start(
                    MailAlertProcess.KEY,
                    businessKey,
                    Facts.of(MailAlertProcess.TROUBLE_ID, begun.id()).and(MailAlertProcess.TROUBLE, begun.title()));
        } else if (trouble instanceof MailTrouble.Over) {
            processes.wake(businessKey, MailAlertProcess.OVER, Facts.none());
        }
    }
}
