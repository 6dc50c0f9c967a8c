package org.perezvon.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When deadlines are due and when they fired: by the letter to the agency that the same transaction writes. */
final class FiringStore {

    private static final String FORGET = "delete from public.act_ru_job where duedate_ < :moment at time zone 'UTC'";

    private static final String FAR_AWAY = """
            select id::text from perezvon.inquiry where due_at > :moment + interval '10 days' order by id limit :count
            """;

    private static final String MAKE_DUE = """
            update public.act_ru_job j set duedate_ = :moment at time zone 'UTC', rev_ = j.rev_ + 1
            from public.act_ru_execution e
            where e.business_key_ = :inquiry and j.process_instance_id_ = e.proc_inst_id_ and j.handler_cfg_ = 'event_overdue'
            """;

    private static final String FIRED = """
            select c.reference, l.created_at from perezvon.letter l join perezvon.conversation c on c.id = l.conversation_id
            where l.purpose = 'OVERDUE' and c.reference in (:inquiries)
            """;

    private static final String WAITING_FOR = """
            select count(*) from public.act_ru_job where duedate_ = :moment at time zone 'UTC' and handler_cfg_ = 'event_overdue'
            """;

    private static final String FIRED_SINCE = """
            select count(*) as count, min(created_at) as first, max(created_at) as last
            from perezvon.letter where purpose = 'OVERDUE' and created_at >= :moment
            """;

    private final JdbcClient jdbc;

    FiringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param first when the first one fired; the epoch while none has */
    record Storm(long count, Instant first, Instant last) {}

    void forgetWhatIsDueBefore(Instant moment) {
        jdbc.sql(FORGET).param("moment", utc(moment)).update();
        jdbc.sql("vacuum (analyze) public.act_ru_job").update();
    }

    /** Brings some far-away deadlines forward, one after the other. @return what is due when, by inquiry */
    Map<String, Instant> makeDue(int count, Instant first, Duration between) {
        List<String> inquiries = jdbc.sql(FAR_AWAY)
                .param("moment", utc(first))
                .param("count", count)
                .query(String.class)
                .list();
        Map<String, Instant> due = new HashMap<>();
        for (String inquiry : inquiries) {
            Instant moment = first.plus(between.multipliedBy(due.size()));
            jdbc.sql(MAKE_DUE)
                    .param("inquiry", inquiry)
                    .param("moment", utc(moment))
                    .update();
            due.put(inquiry, moment);
        }
        return due;
    }

    Map<String, Instant> fired(Collection<String> inquiries) {
        Map<String, Instant> fired = new HashMap<>();
        jdbc.sql(FIRED).param("inquiries", inquiries).query(row -> {
            fired.put(row.getString("reference"), instant(row.getObject("created_at", OffsetDateTime.class)));
        });
        return fired;
    }

    long waitingFor(Instant moment) {
        return jdbc.sql(WAITING_FOR)
                .param("moment", utc(moment))
                .query(Long.class)
                .single();
    }

    Storm firedSince(Instant moment) {
        return jdbc.sql(FIRED_SINCE)
                .param("moment", utc(moment))
                .query((row, n) -> new Storm(
                        row.getLong("count"),
                        instant(row.getObject("first", OffsetDateTime.class)),
                        instant(row.getObject("last", OffsetDateTime.class))))
                .single();
    }

    private static Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
