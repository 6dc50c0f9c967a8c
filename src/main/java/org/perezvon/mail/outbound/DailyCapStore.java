package org.perezvon.mail.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Letter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code letter}, as it tells how many letters an address has had within a day. */
@Component
class DailyCapStore {

    private static final Duration DAY = Duration.ofHours(24);

    private static final String LAST_WITHIN_CAP = """
            select accepted_at from perezvon.letter
            where to_address = :to and accepted_at > :since and origin in (:origins)
            order by accepted_at desc offset :others limit 1
            """;

    private final JdbcClient jdbc;

    DailyCapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When fewer letters than the cap will have left to this address within a day; absent when that is so now. */
    Optional<Instant> nextBelow(int cap, EmailAddress to, Instant now) {
        return nextBelow(cap, to, EnumSet.complementOf(EnumSet.of(Letter.Origin.SELF_TEST)), now);
    }

    /** The same of letters of one origin. */
    Optional<Instant> nextBelow(int cap, EmailAddress to, Letter.Origin origin, Instant now) {
        return nextBelow(cap, to, EnumSet.of(origin), now);
    }

    private Optional<Instant> nextBelow(int cap, EmailAddress to, Set<Letter.Origin> origins, Instant now) {
        return jdbc.sql(LAST_WITHIN_CAP)
                .param("to", to.value())
                .param("since", now.minus(DAY).atOffset(ZoneOffset.UTC))
                .param("origins", origins.stream().map(Enum::name).collect(Collectors.toSet()))
                .param("others", cap - 1)
                .query(OffsetDateTime.class)
                .optional()
                .map(last -> last.toInstant().plus(DAY));
    }
}
