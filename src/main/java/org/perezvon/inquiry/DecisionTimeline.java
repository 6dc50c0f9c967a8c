package org.perezvon.inquiry;

import java.util.List;
import org.springframework.stereotype.Component;

/** What people decided about an inquiry that could not go on by itself. */
@Component
class DecisionTimeline implements TimelineSource {

    private final TimelineStore store;

    DecisionTimeline(TimelineStore store) {
        this.store = store;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        return store.decisions(inquiry.id()).stream()
                .map(decision -> new TimelineEntry(
                        decision.at(),
                        decision.tryAgain() ? "DECISION_SEND_AGAIN" : "DECISION_CLOSE",
                        decision.tryAgain()
                                ? "Решено: отправить снова или ждать дальше"
                                : "Решено: закрыть запрос без ответа",
                        decision.by(),
                        inquiry.number(),
                        decision.note().stream().toList()))
                .toList();
    }
}
