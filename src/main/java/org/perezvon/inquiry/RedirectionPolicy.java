package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.InvalidInput;
import org.springframework.stereotype.Component;

/** What a decision about a refusal needs before it is one. */
@Component
class RedirectionPolicy {

    private final Directory directory;
    private final InquiryStore store;

    RedirectionPolicy(Directory directory, InquiryStore store) {
        this.directory = directory;
        this.store = store;
    }

    /** @throws InvalidInput beside its field, in Russian */
    Resolution resolution(InquiryId id, ReplyTaskController.RefusalDecision decision, String person, Instant at) {
        Optional<String> note =
                Optional.ofNullable(decision.note()).map(String::strip).filter(words -> !words.isEmpty());
        return switch (String.valueOf(decision.decision())) {
            case "other" -> {
                String agency = other(id, decision);
                yield Resolution.of(
                                isAsked(id, agency) ? Resolution.Kind.ALREADY_ASKED : Resolution.Kind.ASK_OTHER,
                                person,
                                at)
                        .saying(note)
                        .asking(agency);
            }
            case "insist" ->
                Resolution.of(Resolution.Kind.INSIST, person, at)
                        .saying(Optional.of(note.orElseThrow(
                                () -> refused("note", "Объясните органу, почему ответа ждут от него"))));
            case "close" ->
                Resolution.of(Resolution.Kind.CLOSE, person, at)
                        .saying(Optional.of(note.orElseThrow(
                                () -> refused("note", "Объясните, что сказать гражданину: почему ответа не будет"))));
            default -> throw refused("decision", "Решите: другой орган, настоять на ответе или закрыть");
        };
    }

    private String other(InquiryId id, ReplyTaskController.RefusalDecision decision) {
        String code = decision.agency() == null ? "" : decision.agency().strip();
        if (directory.agency(code).isEmpty()) {
            throw refused("agency", "Выберите орган, которому направить вопрос");
        }
        String present = store.find(id).map(Inquiry::agencyCode).orElse("");
        if (code.equals(present)) {
            throw refused("agency", "Это тот же орган: выберите другой или настойте на ответе");
        }
        return code;
    }

    /** Whether the same question lies there already: nobody is asked twice at a time. */
    private boolean isAsked(InquiryId id, String agency) {
        return store.find(id).stream()
                .flatMap(inquiry -> store.ofQuestion(inquiry.questionNumber()).stream())
                .filter(leg -> leg.agencyCode().equals(agency))
                .anyMatch(leg -> !leg.state().isOver() || leg.state() == Inquiry.State.ANSWERED);
    }

    private static InvalidInput refused(String field, String message) {
        return new InvalidInput(List.of(new InvalidInput.Problem(field, message)));
    }
}
