package org.perezvon.benchmark;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inquiries that wait for their answer, and the call-back tasks they become. */
final class WaitingStore {

    // Strewn over the tables by a digest of their ids.
    private static final String WAITING = """
            select i.id::text as inquiry, i.question_number as question, e.proc_inst_id_ as process,
                   c.id as conversation, l.message_id, l.to_address as agency
            from perezvon.inquiry i
            join perezvon.conversation c on c.reference = i.id::text
            join perezvon.letter l on l.conversation_id = c.id and l.purpose = 'REQUEST' and l.state = 'ACCEPTED'
            join public.act_ru_execution e on e.business_key_ = i.id::text and e.parent_id_ is null
            where i.state = 'WAITING' and i.question_number > '2026-1'
            order by md5(i.id::text) limit :count
            """;

    private static final String CALL_BACKS_SINCE = """
            select count(*) as count, max(create_time_) as last from public.act_ru_task
            where task_def_key_ = 'userTask_callBack' and create_time_ >= :since
            """;

    private static final String CALL_BACKS_OF = """
            select e.business_key_ as question, t.create_time_ as made
            from public.act_ru_task t join public.act_ru_execution e on e.id_ = t.proc_inst_id_
            where t.task_def_key_ = 'userTask_callBack' and e.business_key_ in (:questions)
            """;

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param agency the address of the person who was asked; @param messageId of the letter that asks */
    record Waiting(
            String inquiry, String question, String process, long conversation, String messageId, String agency) {}

    /** @param last when the newest of them was made */
    record CallBacks(long count, Optional<Instant> last) {}

    List<Waiting> waiting(int count) {
        return jdbc.sql(WAITING).param("count", count).query(Waiting.class).list();
    }

    /** What a question does next is read from our own table: for the bare engine, each has something to tell beforehand. */
    void giveUp(List<Waiting> inquiries) {
        jdbc.sql("update perezvon.inquiry set state = 'UNANSWERED' where id = any(cast(:ids as uuid[]))")
                .param("ids", inquiries.stream().map(Waiting::inquiry).toArray(String[]::new))
                .update();
    }

    CallBacks callBacksSince(Instant moment) {
        return jdbc.sql(CALL_BACKS_SINCE)
                .param("since", LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query((row, n) -> new CallBacks(
                        row.getLong("count"),
                        Optional.ofNullable(row.getObject("last", LocalDateTime.class))
                                .map(last -> last.toInstant(ZoneOffset.UTC))))
                .single();
    }

    /** When the call-back task of each question was made; those without one are left out. */
    Map<String, Instant> callBacksOf(Collection<String> questions) {
        Map<String, Instant> made = new HashMap<>();
        jdbc.sql(CALL_BACKS_OF).param("questions", questions).query(row -> {
            made.put(
                    row.getString("question"),
                    row.getObject("made", LocalDateTime.class).toInstant(ZoneOffset.UTC));
        });
        return made;
    }

    /** Addresses of those who were asked. */
    List<String> agencies() {
        return jdbc.sql("select distinct to_address from perezvon.letter where purpose = 'REQUEST'")
                .query(String.class)
                .list();
    }

    long mailsForPersons() {
        return jdbc.sql("select count(*) from perezvon.raw_mail where state = 'TRIAGE'")
                .query(Long.class)
                .single();
    }
}
