package org.perezvon.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Very many inquiries that wait for their answer, in a running house: about 100,000 a minute.
 *
 * <p>One question to each agency is really asked and its letter really sent. Then everything about it is copied under
 * other ids: the question, its inquiry, both process instances with their variables and subscriptions, the three timers
 * (reminder, overdue, five-day wall), the conversation and the letter that the agency's server has accepted. Copies are as
 * real as their originals: a message wakes them by their business key, their timers fire, a mail to the signed address of
 * their conversation answers them. Of their history there is only what the engine goes on writing: open activities and the
 * moments that may be moved.
 *
 * <p>Columns are copied as they are found, so that a migration need not be repeated here. Only for databases of tests and
 * benchmarks.
 */
public final class OpenInquiries {

    /** Copies of one original that a statement makes: few, so that the rows of one inquiry lie near each other. */
    private static final int AT_ONCE = 500;

    private static final String PROCESSES = """
            select unnest(array[proc_inst_id_, root_proc_inst_id_]) from public.act_ru_execution where business_key_ = :inquiry
            """;

    private static final String IDS_IN_ENGINE = """
            select id_ from public.act_ru_execution where proc_inst_id_ in (:processes)
            union select id_ from public.act_ru_variable where proc_inst_id_ in (:processes)
            union select id_ from public.act_ru_event_subscr where proc_inst_id_ in (:processes)
            union select id_ from public.act_ru_job where process_instance_id_ in (:processes)
            union select right(id_, 36) from public.act_hi_actinst where proc_inst_id_ in (:processes)
            """;

    private static final String COLUMNS = """
            select column_name as name, data_type as type from information_schema.columns
            where table_schema || '.' || table_name = :table and is_generated = 'NEVER' and is_identity = 'NO'
            order by ordinal_position
            """;

    private static final String APPLICANT = """
            insert into perezvon.applicant (question_id, name, phone)
            select copy.id, a.name, a.phone
            from perezvon.question copy, perezvon.question q join perezvon.applicant a on a.question_id = q.id
            where q.number = :question and copy.number in (select %s from generate_series(:from, :to, :step) n)
            """.formatted(copiedNumber(":question"));

    private static final String DAYS_LATER = "(case when n % :every = 0 then 0 else 1 + n % 20 end)";

    /** What an id of the copy ends with. */
    private static final String LAST_PART = "lpad(to_hex(n), 12, '0')";

    private static final String LAST_COPY =
            "select coalesce(max(right(number, -5)::int - 1000000), 0) from perezvon.question where right(number, -5)::int > 1000000";

    /** In an order that foreign keys allow. */
    private static final List<Rows> ROWS = List.of(
            new Rows("perezvon.question", "number = :question"),
            new Rows("perezvon.inquiry", "question_number = :question"),
            new Rows("perezvon.conversation", "reference = :inquiry"),
            new Rows(
                    "perezvon.letter",
                    "conversation_id = (select id from perezvon.conversation where reference = :inquiry)"),
            new Rows("public.act_ru_execution", "proc_inst_id_ in (:processes)"),
            new Rows("public.act_ru_variable", "proc_inst_id_ in (:processes)"),
            new Rows("public.act_ru_event_subscr", "proc_inst_id_ in (:processes)"),
            new Rows("public.act_ru_job", "process_instance_id_ in (:processes)"),
            new Rows("public.act_hi_procinst", "proc_inst_id_ in (:processes)"),
            new Rows("public.act_hi_actinst", "proc_inst_id_ in (:processes) and end_time_ is null"),
            new Rows("public.act_hi_varinst", "proc_inst_id_ in (:processes) and name_ like '%Due'"));

    private final House house;
    private final JdbcClient jdbc;
    private final List<String> agencies;

    /** @param agencies codes of those they are spread over; their mailboxes must take letters */
    public OpenInquiries(House house, JdbcClient jdbc, List<String> agencies) {
        this.house = house;
        this.jdbc = jdbc;
        this.agencies = List.copyOf(agencies);
    }

    /** So many, to each agency in turn, all received just now. Together with them there is one original per agency. */
    public void make(int count) {
        make(count, count);
    }

    /**
     * @param together so many of them, evenly strewn among the others, are received just now. The others are received and
     *     due 1..20 days later by the clock; their explanation and derivation say nothing of it.
     */
    public void make(int count, int together) {
        List<Original> originals = agencies.stream().map(this::original).toList();
        List<String> statements = ROWS.stream().map(this::copying).toList();
        int step = originals.size();
        int before = jdbc.sql(LAST_COPY).query(Integer.class).single();
        for (int done = 0; done < count; done += AT_ONCE * step) {
            int first = before + done + 1;
            int last = before + Math.min(count, done + AT_ONCE * step);
            IntStream.range(0, step).parallel().forEach(i -> {
                Map<String, Object> copies = originals.get(i).copies(first + i, last, step, count / together);
                statements.forEach(
                        statement -> jdbc.sql(statement).params(copies).update());
                jdbc.sql(APPLICANT).params(copies).update();
            });
        }
        ROWS.forEach(rows -> jdbc.sql("vacuum (analyze) " + rows.table()).update());
    }

    /** Asked, sent and received like any other. */
    private Original original(String agency) {
        Story story = house.ask(agency);
        story.inquiryInState(1, "WAITING");
        List<String> processes = jdbc.sql(PROCESSES)
                .param("inquiry", story.inquiryId(1))
                .query(String.class)
                .list();
        List<String> ids = jdbc.sql(IDS_IN_ENGINE)
                .param("processes", processes)
                .query(String.class)
                .list();
        ids.add(story.inquiryId(1));
        return new Original(story.number(), story.inquiryId(1), processes, ids.toArray(String[]::new));
    }

    private String copying(Rows rows) {
        List<Column> columns = jdbc.sql(COLUMNS)
                .param("table", rows.table())
                .query(Column.class)
                .list();
        return "insert into %s (%s) select %s from %s, generate_series(:from, :to, :step) n where %s"
                .formatted(
                        rows.table(),
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream().map(Column::copied).collect(Collectors.joining(", ")),
                        rows.table(),
                        rows.ofOriginal());
    }

    /** {@code 2026-1000001} and so on, which registration does not reach. */
    private static String copiedNumber(String number) {
        return "left(%s, 5) || (1000000 + n)".formatted(number);
    }

    private record Column(String name, String type) {

        String copied() {
            return switch (name) {
                case "duedate_", "received_at", "due_at", "target_at", "maximum_at", "reminder_at" ->
                    name + " + interval '1 day' * " + DAYS_LATER;
                case "long_" ->
                    "case when name_ in ('reminderDue', 'answerDue', 'maximumDue') then long_ + 86400000 * %s else long_ end"
                            .formatted(DAYS_LATER);
                case "conversation_id" ->
                    "(select id from perezvon.conversation where reference = left(:inquiry, -12) || %s)"
                            .formatted(LAST_PART);
                case "message_id" -> "regexp_replace(message_id, '[0-9a-f]{12}@', %s || '@')".formatted(LAST_PART);
                case "subject", "body" -> "replace(%s, :question, %s)".formatted(name, copiedNumber(":question"));
                default ->
                    switch (type) {
                        case "character varying", "text" -> copiedText(name);
                        case "uuid" -> "(%s)::uuid".formatted(copiedText(name + "::text"));
                        default -> name;
                    };
            };
        }

        /** An id may follow a name and a colon; the number of the copy is written over its last part. */
        private static String copiedText(String text) {
            return """
                    case when right(%1$s, 36) = any(:ids) then left(%1$s, -12) || %3$s
                         when %1$s = :question then %2$s else %1$s end""".formatted(text, copiedNumber(text), LAST_PART);
        }
    }

    /** @param ofOriginal which rows belong to one original */
    private record Rows(String table, String ofOriginal) {}

    /** @param ids all that name anything of it, in our tables and in the engine's */
    private record Original(String question, String inquiry, List<String> processes, String[] ids) {

        Map<String, Object> copies(int from, int to, int step, int every) {
            return Map.of(
                    "question", question,
                    "inquiry", inquiry,
                    "processes", processes,
                    "ids", ids,
                    "from", from,
                    "to", to,
                    "step", step,
                    "every", every);
        }
    }
}
