package org.perezvon.question;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call-back as somebody enters it; nothing is checked yet. */
record CallEntry(
        @Schema(allowableValues = {"REACHED", "NO_ANSWER", "BUSY", "WRONG_NUMBER", "REFUSED", "CALL_LATER", "RETURNED"})
        @Nullable
        String outcome,

        @Nullable String note,

        @Schema(description = "Когда позвонить снова; нужно, если гражданин просил перезвонить (CALL_LATER)") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "Что сказано гражданину, слово в слово (I-8)") @Nullable
        String said,

        @Schema(description = "Номера ответов, которые гражданин услышал; не указаны — все, что есть") @Nullable
        List<Long> heard,

        @Schema(description = "Ответы не по существу: каким органам их вернуть и почему; срок у них прежний (I-10.2)")
        @Nullable
        List<@Nullable ReturnEntry> returned,

        @Schema(description = "Мнение гражданина, по желанию (T-3.5)") @Nullable
        OpinionEntry opinion) {

    /** @param why in the words the agency will read */
    record ReturnEntry(@Nullable String inquiryId, @Nullable String why) {}

    /** Marks from 1 to 5. */
    record OpinionEntry(
            @Schema(description = "Понятен ли ответ: от 1 до 5") @Nullable
            Integer clear,

            @Schema(description = "Быстро ли ответили: от 1 до 5") @Nullable
            Integer quick,

            @Schema(description = "Вежливы ли были: от 1 до 5") @Nullable
            Integer polite,

            @Nullable String comment) {}
}
