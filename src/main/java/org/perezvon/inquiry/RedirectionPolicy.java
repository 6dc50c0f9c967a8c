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
            case "other" ->
                Resolution.of(Resolution.Kind.ASK_OTHER, person, at)
                        .saying(note)
                        .asking(other(id, decision));
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

    private static InvalidInput refused(String field, String message) {
        return new InvalidInput(List.of(new InvalidInput.Problem(field, message)));
    }
}
