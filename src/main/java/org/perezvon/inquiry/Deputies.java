package org.perezvon.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Absence;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deputies whom an automatic reply names and a person confirms. */
@Component
@Transactional
class Deputies {

    private final InquiryStore store;
    private final ResolutionStore resolutions;
    private final Inquiries inquiries;
    private final Directory directory;
    private final InquiryPost post;
    private final Clock clock;

    Deputies(
            InquiryStore store,
            ResolutionStore resolutions,
            Inquiries inquiries,
            Directory directory,
            InquiryPost post,
            Clock clock) {
        this.store = store;
        this.resolutions = resolutions;
        this.inquiries = inquiries;
        this.directory = directory;
        this.post = post;
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

    /** The deputy gets the request, too; the clock that the first receipt started goes on. */
    void ask(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        resolutions
                .get(id, resolution)
                .addressee()
                .ifPresent(deputy -> post.write(InquiryLetters.Purpose.DEPUTY, inquiry, deputy, Map.of()));
    }
}
