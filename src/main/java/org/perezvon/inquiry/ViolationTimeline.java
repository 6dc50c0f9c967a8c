package org.perezvon.inquiry;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Violations of the regulation, and those that the law has taken back (I-5). */
@Component
class ViolationTimeline implements TimelineSource {

    private final TimelineStore store;

    ViolationTimeline(TimelineStore store) {
        this.store = store;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        return store.violations(inquiry.id()).stream()
                .flatMap(found -> Stream.concat(
                        Stream.of(new TimelineEntry(
                                found.at(),
                                "VIOLATION_" + found.kind(),
                                "Записано нарушение: " + words(found.kind()),
                                null,
                                inquiry.number(),
                                found.evidence().lines().toList())),
                        found.withdrawnAt().stream()
                                .map(at -> new TimelineEntry(
                                        at,
                                        "VIOLATION_WITHDRAWN",
                                        "Нарушение снято: " + words(found.kind()),
                                        null,
                                        inquiry.number(),
                                        found.withdrawnWhy().stream().toList()))))
                .toList();
    }

    private static String words(Violation kind) {
        return switch (kind) {
            case LATE_DISPATCH -> "запрос не отправлен за 15 минут с минуты звонка (I-10.1)";
            case LATE_ANSWER -> "ответ не дан в срок (I-5, I-10.2)";
            case NO_ANSWER -> "ответ не дан и за пять рабочих дней (I-5, I-10.3)";
        };
    }
}
