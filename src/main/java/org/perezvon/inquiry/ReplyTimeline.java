package org.perezvon.inquiry;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the agency wrote. */
@Component
class ReplyTimeline implements TimelineSource {

    private final ReplyStore replies;

    ReplyTimeline(ReplyStore replies) {
        this.replies = replies;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        return replies.of(inquiry.id()).stream()
                .map(reply -> new TimelineEntry(
                        reply.receivedAt(),
                        "MAIL_" + reply.kind(),
                        "Пришло письмо «" + reply.subject() + "»: "
                                + reply.kind().inRussian()
                                + (reply.repeats().isPresent() ? " (то же, что раньше)" : ""),
                        reply.from(),
                        inquiry.number(),
                        reply.text().isBlank()
                                ? List.of()
                                : List.of(reply.text().strip())))
                .toList();
    }
}
