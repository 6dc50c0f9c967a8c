package org.perezvon.crash;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says about mail and inquiries, asked past the application. */
record Books(JdbcClient jdbc) {

    private static final String WAITING = """
            select 'letter ' || state from perezvon.letter where state not in ('ACCEPTED', 'REFUSED') or reported_at is null
            union all select 'mail ' || state from perezvon.raw_mail where state = 'RECEIVED'
            union all select 'job ' || handler_type_ from public.act_ru_job
              where retries_ > 0 and (duedate_ is null or duedate_ <= now())
            union all select 'incident ' || incident_msg_ from public.act_ru_incident
            """;

    private static final String NOT_IN_ONE_PLACE = """
            select m.id || ': ' || m.state || ', cases ' || count(distinct r.id) || ', desk ' || count(distinct t.raw_mail_id)
              || ', letters ' || count(distinct d.letter_id)
            from perezvon.raw_mail m
            left join perezvon.reply r on r.raw_mail_id = m.id
            left join perezvon.mail_triage t on t.raw_mail_id = m.id
            left join perezvon.letter_report d on d.raw_mail_id = m.id
            group by m.id, m.state
            having count(distinct r.id) + count(distinct t.raw_mail_id) + count(distinct d.letter_id) <> 1
            """;

    /** The Message-ID of the letter stands in the text of the answer. */
    private static final String NOT_ANSWERED_ONCE = """
            select i.id || ': ' || i.state || ', replies ' || count(distinct r.id) || ', of its own ' || count(distinct l.id)
            from perezvon.inquiry i
            left join perezvon.reply r on r.inquiry_id = i.id
            left join perezvon.conversation c on c.reference like '%' || i.id::text
            left join perezvon.letter l on l.conversation_id = c.id and l.purpose = 'REQUEST'
              and position(l.message_id in r.text) > 0
            group by i.id having i.state <> 'ANSWERED' or count(distinct r.id) <> 1 or count(distinct l.id) <> 1
            """;

    private static final String NOT_ONE_TASK = """
            select q.number || ': ' || count(t.id_) from perezvon.question q
            left join public.act_ru_execution e on e.business_key_ = q.number and e.parent_id_ is null
            left join public.act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_ and t.task_def_key_ = 'userTask_callBack'
            group by q.number having count(t.id_) <> 1
            """;

    private static final String NOT_PASSED_ONCE = """
            select proc_inst_id_ || ' ' || act_id_ || ': ' || count(*) from public.act_hi_actinst
            where act_id_ = 'await_reply' group by proc_inst_id_, act_id_ having count(*) <> 1
            """;

    private static final String DESK =
            "select count(*) from public.act_ru_task where task_def_key_ = 'userTask_triage'";

    private static final String LETTERS = "select message_id from perezvon.letter where state = 'ACCEPTED'";

    /** Everything that is not finished. */
    List<String> waiting() {
        return list(WAITING);
    }

    /** Mails that are neither in a case nor on the desk nor beside the letter whose delivery they report, or in several places. */
    List<String> notInOnePlace() {
        return list(NOT_IN_ONE_PLACE);
    }

    /** Inquiries that have not got their own answer, or more than that. */
    List<String> notAnsweredOnce() {
        return list(NOT_ANSWERED_ONCE);
    }

    /** Questions without a task to call the citizen back, or with two. */
    List<String> notOneTask() {
        return list(NOT_ONE_TASK);
    }

    /** Processes that have waited for an answer more than once. */
    List<String> notPassedOnce() {
        return list(NOT_PASSED_ONCE);
    }

    /** Message-IDs of letters that count as sent. */
    List<String> letters() {
        return list(LETTERS);
    }

    int questions() {
        return count("select count(*) from perezvon.question");
    }

    int mails() {
        return count("select count(*) from perezvon.raw_mail");
    }

    int callBacks() {
        return count("select count(*) from public.act_ru_task where task_def_key_ = 'userTask_callBack'");
    }

    /** Tasks to look at a mail. */
    int desk() {
        return count(DESK);
    }

    String setting(String name) {
        return jdbc.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private int count(String question) {
        return jdbc.sql(question).query(Integer.class).single();
    }

    private List<String> list(String question) {
        return jdbc.sql(question).query(String.class).list();
    }
}
