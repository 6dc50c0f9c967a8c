package org.perezvon.console;

import java.util.Optional;
import java.util.stream.Stream;
import org.perezvon.worktime.Body;

/** Whom a term binds, by the beginning of its name, and which calendar, zone and hours its bodies keep as a rule. */
enum Jurisdiction {
    IRKUTSK("irkutsk"),
    TOMSK("tomsk"),
    KAZAKHSTAN("kazakhstan"),
    /** The centre's own fifteen minutes. */
    CENTRE("dispatch");

    private final String beginning;

    Jurisdiction(String beginning) {
        this.beginning = beginning;
    }

    static Optional<Jurisdiction> of(String term) {
        return Stream.of(values())
                .filter(jurisdiction -> term.startsWith(jurisdiction.beginning))
                .findFirst();
    }

    Body body() {
        return switch (this) {
            case IRKUTSK, CENTRE -> Body.irkutsk();
            case TOMSK -> Body.tomsk();
            case KAZAKHSTAN -> Body.kazakhstan();
        };
    }
}
