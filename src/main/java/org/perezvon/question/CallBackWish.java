package org.perezvon.question;

import java.time.ZoneId;
import java.util.Optional;

/** What was chosen about the call-back at registration; what was not, the tables decide. */
record CallBackWish(Optional<CallBackPlan.Moment> moment, Optional<String> lead, Optional<ZoneId> zone) {

    static CallBackWish none() {
        return new CallBackWish(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
