package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.perezvon.directory.Absence;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deputies whom an automatic reply names and a person confirms. */
@Component
@Transactional
class Deputies {

    private static final Logger log = LoggerFactory.getLogger(Deputies.class);

    private final InquiryStore store;
    private final ResolutionStore resolutions;
    private final DeliveryFailureStore failures;
    private final Inquiries inquiries;
    private final Directory directory;
    private final InquiryPost post;
    private final Processes processes;
    private final Clock clock;

    Deputies(
            InquiryStore store,
            ResolutionStore resolutions,
            DeliveryFailureStore failures,
            Inquiries inquiries,
            Directory directory,
            InquiryPost post,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.resolutions = resolutions;
        this.failures = failures;
        this.inquiries = inquiries;
        this.directory = directory;
        this.post = post;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * A person confirms who stands in: the absence goes into the directory.
     *
     * @param until from when the absent person is back
     * @return the number of the resolution
     */
    long confirm(InquiryId id, String person, Optional<Long> mail, ResponsiblePerson deputy, Instant until) {
        Inquiry inquiry = store.locked(id);
        inquiry.responsible()
                .ifPresent(absent -> directory.absence(
                        inquiry.agencyCode(),
                        new Absence(absent.email(), clock.instant(), until, Optional.of(deputy)),
                        person));
        return inquiries.decided(
                id,
                Resolution.of(Resolution.Kind.ASK_DEPUTY, person, clock.instant())
                        .about(mail)
                        .to(deputy)
                        .until(until));
    }

    /** The deputy gets the request, too. */
    void ask(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        resolutions.get(id, resolution).addressee().ifPresent(deputy -> {
            failures.forget(id, deputy.email());
            post.write(InquiryLetters.Purpose.DEPUTY, inquiry, deputy, Map.of());
        });
    }

    /** A letter to whoever stands in was not delivered: a person looks once more who that is. Reported twice, it is told once. */
    void notReached(InquiryId id, List<EmailAddress> addresses, String reason) {
        Inquiry inquiry = store.locked(id);
        Set<String> known = failures.addresses(id);
        resolutions.of(id).stream()
                .filter(resolution -> resolution.kind() == Resolution.Kind.ASK_DEPUTY)
                .filter(resolution -> resolution
                        .addressee()
                        .map(ResponsiblePerson::email)
                        .filter(addresses::contains)
                        .filter(address -> !known.contains(address.value()))
                        .isPresent())
                .reduce((earlier, later) -> later)
                .ifPresent(asked -> lookAgain(inquiry, asked, reason));
    }

    private void lookAgain(Inquiry inquiry, Resolution asked, String reason) {
        asked.addressee().ifPresent(deputy -> failures.add(inquiry.id(), deputy.email(), clock.instant(), reason));
        processes.wake(
                inquiry.id().toString(),
                InquiryProcess.DEPUTY_NOT_REACHED,
                asked.mailId()
                        .map(mail -> Facts.of(InquiryProcess.MAIL_ID, mail))
                        .orElseGet(Facts::none));
        log.info("Inquiry {}: the deputy has not got the request: {}", inquiry.number(), reason);
    }
}
