package org.perezvon.mail.outbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one attempt has come to. */
sealed interface Carried {

    String UNRECORDABLE = "Ответ сервера не удалось записать";

    /** The route taken last; absent when none could be asked. */
    @Nullable
    String route();

    String dialogue();

    /** The bare fact, in case its words cannot be recorded. */
    Carried wordless();

    /** @param server how the server calls itself; @param reply what it said when it took the letter */
    record Accepted(String route, String server, String reply, Instant at, String dialogue) implements Carried {

        @Override
        public Accepted wordless() {
            return new Accepted(route, route, UNRECORDABLE, at, UNRECORDABLE);
        }
    }

    /** No server has taken it. */
    record Failed(@Nullable String route, DeliveryFailure failure, String dialogue) implements Carried {

        @Override
        public Failed wordless() {
            return new Failed(route, new DeliveryFailure(failure.fault(), UNRECORDABLE), UNRECORDABLE);
        }
    }
}
