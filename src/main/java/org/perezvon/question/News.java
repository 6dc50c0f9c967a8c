package org.perezvon.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.perezvon.inquiry.Answer;
import org.perezvon.inquiry.Inquiry;
import org.perezvon.inquiry.InquiryId;

/** What a citizen has not heard yet: answers, and agencies that will not answer any more (I-11). */
record News(List<Item> items) {

    /** @param reply absent: that this agency has not answered */
    record Item(InquiryId inquiry, Optional<Long> reply) {}

    News {
        items = List.copyOf(items);
    }

    /** @param known what the citizen was told, or need not be told any more */
    static News of(List<Inquiry> legs, List<Answer> answers, Set<Item> known) {
        Stream<Item> silent = legs.stream()
                .filter(leg -> leg.state() == Inquiry.State.UNANSWERED)
                .map(leg -> new Item(leg.id(), Optional.empty()));
        Stream<Item> spoken = answers.stream().map(answer -> new Item(answer.inquiry(), Optional.of(answer.reply())));
        return new News(Stream.concat(spoken, silent)
                .filter(item -> !known.contains(item))
                .toList());
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    boolean holds(InquiryId inquiry, Optional<Long> reply) {
        return items.contains(new Item(inquiry, reply));
    }

    boolean hasAnswer() {
        return items.stream().anyMatch(item -> item.reply().isPresent());
    }
}
