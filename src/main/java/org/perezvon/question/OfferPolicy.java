package org.perezvon.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.Role;
import org.springframework.stereotype.Component;

/** Who is to call first: the operator who asked, while at work, and for how long before everybody may (I-10.2). */
@Component
class OfferPolicy {

    private static final String TABLE = "call-back-offer";
    private static final Duration SHIFT = Duration.ofHours(12);

    private final CallBackTables tables;
    private final Accounts accounts;
    private final CallBackStore calls;
    private final CallBackPolicy policy;
    private final Clock clock;

    OfferPolicy(CallBackTables tables, Accounts accounts, CallBackStore calls, CallBackPolicy policy, Clock clock) {
        this.tables = tables;
        this.accounts = accounts;
        this.calls = calls;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @param callFrom since when it is decent to call
     * @param toAllAt when everybody may see the task
     * @param due by when it should be done
     */
    record Offer(String operator, Instant callFrom, Instant toAllAt, Instant due) {}

    Offer offer(Question question, CallBackPlan plan) {
        Instant now = clock.instant();
        String operator = question.registeredBy();
        CallBackRow row = tables.row(
                TABLE,
                Map.of("isOperator", isOperator(operator), "onShift", calls.hasWorked(operator, now.minus(SHIFT))));
        Instant callFrom = policy.decentHours().next(now, plan.zone());
        @Nullable Duration reserved = row.pause("reserved");
        @Nullable Duration within = row.pause("within");
        return new Offer(
                operator,
                callFrom,
                reserved == null ? now : callFrom.plus(reserved),
                callFrom.plus(within == null ? Duration.ofHours(1) : within));
    }

    private boolean isOperator(String person) {
        return accounts.find(person)
                .filter(member -> member.roles().contains(Role.OPERATOR))
                .isPresent();
    }
}
