package org.perezvon.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has changed about an agency, in words for people; who answers for it is told elsewhere. */
final class Difference {

    private Difference() {}

    /** @return «Телефон: было «…», стало «…».»; empty when nothing has changed */
    static String inWords(Agency before, Agency after) {
        return inWords(AgencyRow.of(before), AgencyRow.of(after));
    }

    static String inWords(AgencyRow before, AgencyRow after) {
        Map<String, String> was = before.facts();
        List<String> changes = new ArrayList<>();
        after.facts().forEach((name, now) -> {
            String then = Optional.ofNullable(was.get(name)).orElse("");
            if (!then.equals(now)) {
                changes.add("%s: было «%s», стало «%s»".formatted(name, then, now));
            }
        });
        return String.join("; ", changes);
    }
}
