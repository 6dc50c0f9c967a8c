package org.perezvon.question;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question like the one being written down that is not over: its answer may serve both citizens.
 *
 * @param text how it begins
 * @param agencies short names of those that were asked
 * @param due when the first answer is due; absent while no letter has left, or when all have answered
 * @param answered how many of them have answered
 */
@Schema(description = "Похожее обращение, которое ещё открыто")
record OpenQuestion(
        String number,
        Instant calledAt,
        String text,
        List<String> agencies,
        @Nullable Instant due,
        int answered) {}
