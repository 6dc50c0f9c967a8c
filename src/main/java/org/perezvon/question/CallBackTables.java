package org.perezvon.question;

import java.util.Map;
import org.perezvon.engine.Decisions;
import org.springframework.stereotype.Component;

/** The decision tables about call-backs, {@code processes/call-back-*.dmn}: process owners edit them. */
@Component
class CallBackTables {

    private final Decisions decisions;

    CallBackTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @throws IllegalStateException in Russian, when no row of the table applies */
    CallBackRow row(String table, Map<String, Object> questions) {
        return decisions
                .row(table, questions)
                .map(cells -> new CallBackRow(table, cells))
                .orElseThrow(() ->
                        new IllegalStateException("В таблице «" + table + "» нет подходящей строки: " + questions));
    }
}
