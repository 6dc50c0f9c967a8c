package org.perezvon.question;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.question.CallBackPlan.Moment;

/** What somebody enters about the call-back when registering a call; nothing is checked yet. */
record CallBackEntry(
        @Schema(
                description = "Когда перезвонить: ALL — когда ответят все, ANY — с первым ответом и с каждым следующим,"
                        + " LEAD — с ответом главного органа. Не указано — по таблице call-back-default.dmn")
        @Nullable
        String moment,

        @Schema(description = "Код главного органа: один из тех, кому направлен вопрос") @Nullable
        String lead,

        @Schema(
                description = "Часовой пояс гражданина; не указан — по коду города, иначе пояс центра",
                example = "Asia/Irkutsk")
        @Nullable
        String zone) {

    /** @param problems where faults are put, each beside its field */
    static CallBackWish check(@Nullable CallBackEntry entered, List<String> agencies, List<Problem> problems) {
        if (entered == null) {
            return CallBackWish.none();
        }
        Optional<Moment> moment = given(entered.moment()).flatMap(text -> moment(text, problems));
        Optional<String> lead = given(entered.lead());
        if (lead.filter(code -> !agencies.contains(code)).isPresent()) {
            problems.add(new Problem(
                    "callBack.lead", "Главным может быть только орган, которому направлен вопрос: выберите из них"));
        }
        if (moment.filter(Moment.LEAD::equals).isPresent() && lead.isEmpty()) {
            problems.add(new Problem("callBack.lead", "Назовите главный орган, ответа которого ждать"));
        }
        return new CallBackWish(moment, lead, given(entered.zone()).flatMap(text -> zone(text, problems)));
    }

    private static Optional<Moment> moment(String text, List<Problem> problems) {
        try {
            return Optional.of(Moment.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem("callBack.moment", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text, List<Problem> problems) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            problems.add(new Problem(
                    "callBack.zone", "Нет часового пояса «" + text + "»: укажите город, например Asia/Irkutsk"));
            return Optional.empty();
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }
}
