package org.perezvon.mail.outbound;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.perezvon.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How many letters may leave to one mail domain within a minute, counted for all nodes together. A few may leave at once, the
 * others evenly; within any minute there are never more than the settings allow.
 */
@Component
class DomainRate {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CLEANED_AT_ONCE = 1000;
    private static final Logger log = LoggerFactory.getLogger(DomainRate.class);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final BucketConfiguration configuration;
    private final int perMinute;
    private int reservations;

    DomainRate(DataSource database, MailSettings settings, Clock clock) {
        perMinute = settings.outgoing().perMinute();
        // What is there at once and what comes within a minute make up what may leave; the letter at its end is the
        // next minute's.
        long atOnce = Math.max(1, perMinute / 6);
        configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perMinute + 1 - atOnce, MINUTE))
                .build();
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("perezvon.domain_rate")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new TimeOf(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
                .build();
    }

    /** Takes a letter's place in the row. @return when its turn is; this moment when it may leave now */
    Instant reserve(String domain, Instant now) {
        try {
            long nanos = buckets.builder()
                    .withImplicitConfigurationReplacement(perMinute, TokensInheritanceStrategy.RESET)
                    .build(domain.toLowerCase(Locale.ROOT), () -> configuration)
                    .consumeIgnoringRateLimits(1);
            forgetOld();
            return now.plusNanos(nanos);
        } catch (RuntimeException e) {
            // To count is a courtesy to the other server; it must not keep letters from leaving.
            log.error("Letters to {} are not counted: {}", domain, e.toString());
            return now;
        }
    }

    private synchronized void forgetOld() {
        if (++reservations % CLEANED_AT_ONCE == 0) {
            buckets.removeExpired(CLEANED_AT_ONCE);
        }
    }

    private record TimeOf(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
