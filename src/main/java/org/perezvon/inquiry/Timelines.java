package org.perezvon.inquiry;

import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to inquiries, in the order in which it happened. */
@Component
@Transactional(readOnly = true)
public class Timelines {

    private final InquiryStore store;
    private final List<TimelineSource> sources;

    Timelines(InquiryStore store, List<TimelineSource> sources) {
        this.store = store;
        this.sources = List.copyOf(sources);
    }

    /** Of all inquiries of a question together. */
    public List<TimelineEntry> ofQuestion(RegistrationNumber number) {
        return together(store.ofQuestion(number));
    }

    Optional<List<TimelineEntry>> ofInquiry(InquiryId id) {
        return store.find(id).map(inquiry -> together(List.of(inquiry)));
    }

    private List<TimelineEntry> together(List<Inquiry> inquiries) {
        return inquiries.stream()
                .flatMap(inquiry -> sources.stream().flatMap(source -> source.of(inquiry).stream()))
                .sorted(TimelineEntry.IN_TIME)
                .toList();
    }
}
