package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.perezvon.directory.Agency;
import org.perezvon.worktime.Deadlines;

/**
 * Where a call may be transferred: an agency, or an institution of it (I-12, T-3.2).
 *
 * @param atWork whether anybody is there to take it at this moment
 */
record TransferPlace(Agency agency, String phone, boolean atWork) {

    /**
     * The agency itself first, then its institutions; those that have told no phone cannot be called.
     *
     * @param all agencies among which its institutions are
     */
    static List<TransferPlace> of(Agency agency, List<Agency> all, Deadlines deadlines, Instant now) {
        return Stream.concat(Stream.of(agency), all.stream().filter(other -> other.particulars()
                        .parent()
                        .filter(agency.code()::equals)
                        .isPresent()))
                .flatMap(place -> at(place, deadlines, now).stream())
                .toList();
    }

    static Optional<TransferPlace> at(Agency agency, Deadlines deadlines, Instant now) {
        return agency.particulars()
                .phone()
                .map(phone -> new TransferPlace(agency, phone, deadlines.isAtWork(agency.body(), now)));
    }
}
