package org.perezvon.inquiry;

import java.time.Instant;
import org.perezvon.directory.Directory;
import org.perezvon.mail.OfficeHours;
import org.springframework.stereotype.Component;

/** A letter that presses for an answer is handed over while the agency is at work; the request itself at any time (I-10.1). */
@Component
class AgencyOfficeHours implements OfficeHours {

    private final InquiryStore store;
    private final Directory directory;
    private final TermPolicy terms;

    AgencyOfficeHours(InquiryStore store, Directory directory, TermPolicy terms) {
        this.store = store;
        this.directory = directory;
        this.terms = terms;
    }

    @Override
    public Instant notBefore(String reference, String purpose, Instant moment) {
        return InquiryLetters.PRESSING.contains(purpose)
                ? InquiryId.from(reference)
                        .flatMap(store::find)
                        .flatMap(inquiry -> directory.agency(inquiry.agencyCode()))
                        .map(agency -> terms.nextAtWork(agency, moment))
                        .orElse(moment)
                : moment;
    }
}
