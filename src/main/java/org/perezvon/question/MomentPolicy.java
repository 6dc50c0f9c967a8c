package org.perezvon.question;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.inquiry.Inquiry;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.PhoneNumber;
import org.perezvon.question.CallBackPlan.Moment;
import org.springframework.stereotype.Component;

/** When a citizen is called back, where several agencies are asked: as was chosen, otherwise as the tables say. */
@Component
class MomentPolicy {

    private static final String MOMENT = "call-back-moment";
    private static final String DEFAULT = "call-back-default";
    private static final String ZONE = "caller-zone";

    private final CallBackTables tables;
    private final Centre centre;

    MomentPolicy(CallBackTables tables, Centre centre) {
        this.tables = tables;
        this.centre = centre;
    }

    CallBackPlan plan(CallBackWish wish, int agencies, PhoneNumber phone) {
        Moment moment = wish.moment()
                .orElseGet(() -> Moment.parse(tables.row(
                                DEFAULT,
                                Map.of(
                                        "agencies",
                                        agencies,
                                        "leadNamed",
                                        wish.lead().isPresent()))
                        .text("moment", "Когда перезвонить")));
        return new CallBackPlan(moment, wish.lead(), wish.zone().orElseGet(() -> zone(phone)));
    }

    /** Of a question that is older than plans. */
    CallBackPlan planOfOld() {
        return new CallBackPlan(Moment.ALL, Optional.empty(), centre.zone());
    }

    boolean isTime(CallBackPlan plan, List<Inquiry> legs, News news) {
        boolean allIn = legs.stream().allMatch(leg -> leg.state().isOver());
        boolean leadIn = legs.stream()
                .filter(leg -> leads(leg, plan, legs))
                .anyMatch(leg -> leg.state().isOver() && leg.state() != Inquiry.State.REDIRECTED);
        return tables.row(
                        MOMENT,
                        Map.of(
                                "moment",
                                plan.moment().name(),
                                "allIn",
                                allIn,
                                "leadIn",
                                leadIn,
                                "answered",
                                news.hasAnswer()))
                .truth("now", "Звонить");
    }

    /** The leading agency, or whoever is asked in its place. */
    private static boolean leads(Inquiry leg, CallBackPlan plan, List<Inquiry> legs) {
        return plan.lead().filter(leg.agencyCode()::equals).isPresent()
                || leg.origin().insteadOf().stream()
                        .flatMap(first ->
                                legs.stream().filter(other -> other.id().equals(first)))
                        .anyMatch(first -> leads(first, plan, legs));
    }

    private ZoneId zone(PhoneNumber phone) {
        @Nullable
        Object zone = tables.row(ZONE, Map.of("code", phone.areaCode())).cells().get("zone");
        try {
            return zone == null ? centre.zone() : ZoneId.of(zone.toString());
        } catch (DateTimeException e) {
            throw new IllegalStateException("Таблица «" + ZONE + "»: нет часового пояса «" + zone + "»", e);
        }
    }
}
