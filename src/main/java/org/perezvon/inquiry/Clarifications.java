package org.perezvon.inquiry;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Our answers to what an agency asks us before it can answer. */
@Component
@Transactional
class Clarifications {

    private final InquiryStore store;
    private final ResolutionStore resolutions;
    private final InquiryPost post;

    Clarifications(InquiryStore store, ResolutionStore resolutions, InquiryPost post) {
        this.store = store;
        this.resolutions = resolutions;
        this.post = post;
    }

    /** What an operator has written goes out below the agency's question. */
    void send(InquiryId id, long resolution) {
        Inquiry inquiry = store.locked(id);
        Resolution written = resolutions.get(id, resolution);
        post.answer(
                InquiryLetters.Purpose.CLARIFICATION,
                inquiry,
                written.mailId(),
                Map.of("answer", written.note().orElse("")));
    }
}
