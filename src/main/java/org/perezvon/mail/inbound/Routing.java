package org.perezvon.mail.inbound;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a mail goes and why.
 *
 * @param facts what the transaction that settles the mail tells others, e.g. an {@link org.perezvon.mail.IncomingMail}
 * @param evidence the signals that decided, in the order of their rank, without any address or text of the mail
 * @param place where it may be read from now on
 */
record Routing(State state, List<Object> facts, List<String> evidence, Place place) {

    /** As the table {@code raw_mail} calls it. */
    enum State {
        /** It has found its way by itself. */
        ROUTED,
        /** A person must look at it. */
        TRIAGE
    }

    Routing {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }

    /** The same, told of what came with it. */
    Routing with(FilesCame came) {
        return came.files().isEmpty()
                ? this
                : new Routing(
                        state, Stream.concat(facts.stream(), Stream.of(came)).toList(), evidence, place);
    }
}
