package org.perezvon.knowledge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the information base is kept true.
 *
 * @param address where agencies send news (I-4.1); must arrive in a mailbox that is read. Absent: our own address with
 *     {@code +baza}
 * @param reviewWithin working days in which an editor decides about a draft
 * @param approvalWithin working days in which an agency agrees to what we want to keep; then the editor decides alone
 * @param explanationWithin working days in which an agency explains what an editor asked
 * @param confirmBefore days before an item expires on which its owner is asked whether it still holds, the first the most
 */
@Validated
@ConfigurationProperties("perezvon.knowledge")
record KnowledgeSettings(
        @Nullable String address,
        @DefaultValue("1") @Min(1) @Max(30) int reviewWithin,
        @DefaultValue("2") @Min(1) @Max(30) int approvalWithin,
        @DefaultValue("5") @Min(1) @Max(30) int explanationWithin,
        @DefaultValue({"14", "3"}) List<Integer> confirmBefore) {

    KnowledgeSettings {
        confirmBefore = List.copyOf(confirmBefore);
        if (confirmBefore.size() != 2
                || confirmBefore.get(0) <= confirmBefore.get(1)
                || confirmBefore.get(1) < 1
                || confirmBefore.get(0) > 365) {
            throw new IllegalArgumentException(
                    "perezvon.knowledge.confirm-before: нужны два числа дней, больше и" + " меньше, например 14, 3");
        }
    }

    int firstAsked() {
        return confirmBefore.get(0);
    }

    int reminded() {
        return confirmBefore.get(1);
    }
}
