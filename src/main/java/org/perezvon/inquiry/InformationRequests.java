package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.RegistrationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the centre itself wants to know of an agency, without a citizen's question behind it (I-7.1). */
@Component
@Transactional
class InformationRequests {

    private static final Logger log = LoggerFactory.getLogger(InformationRequests.class);

    private final Inquiries inquiries;
    private final InquiryStore store;
    private final Processes processes;
    private final Centre centre;
    private final Clock clock;

    InformationRequests(Inquiries inquiries, InquiryStore store, Processes processes, Centre centre, Clock clock) {
        this.inquiries = inquiries;
        this.store = store;
        this.processes = processes;
        this.centre = centre;
        this.clock = clock;
    }

    /** Registers the request and sets its process going. */
    InquiryId ask(String agency, String text, String person) {
        Instant now = clock.instant();
        int year = now.atZone(centre.zone()).getYear();
        RegistrationNumber number = RegistrationNumber.of(year, store.nextRunningNumber());
        Inquiry.Origin origin = new Inquiry.Origin(
                RequestKind.INFORMATION_REQUEST, now, now, now, Optional.empty(), Optional.of(person));
        InquiryId id = inquiries.plan(number, agency, text, origin);
        processes.start(
                InformationProcess.KEY, number.value(), Facts.of(InformationProcess.QUESTION_NUMBER, number.value()));
        log.info("Information request {} registered", number);
        return id;
    }

    /** The inquiry of a request that has been registered, and who asked. */
    @Transactional(readOnly = true)
    Inquiry registered(RegistrationNumber number) {
        return store.ofQuestion(number).stream()
                .filter(inquiry -> inquiry.origin().kind() == RequestKind.INFORMATION_REQUEST)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Нет запроса сведений с номером " + number));
    }
}
