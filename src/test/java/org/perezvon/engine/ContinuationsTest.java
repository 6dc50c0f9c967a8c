package org.perezvon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.Node;
import org.perezvon.testing.House;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer wakes an inquiry; what the question does next is a job of the engine. */
@WholeHouse
class ContinuationsTest {

    private static final String OWNERS = """
            select coalesce(j.lock_owner_, 'nobody') from public.act_ru_job j
            join public.act_ru_execution q on q.id_ = j.process_instance_id_ where q.business_key_ = :question
              and j.type_ = 'message'
            """;

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    Processes processes;

    @Autowired
    TransactionTemplate together;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Node node;

    @Test
    void what_a_woken_process_does_next_belongs_to_the_node_that_woke_it() {
        Story story = waiting();

        List<String> owners = together.execute(transaction -> {
            wake(story);
            return owners(story);
        });

        assertThat(owners).containsExactly(node.name());
        story.callBackTask();
        assertThat(owners(story)).isEmpty();
    }

    @Test
    void a_waking_that_is_taken_back_leaves_nothing_to_do() {
        Story story = waiting();

        together.executeWithoutResult(transaction -> {
            wake(story);
            transaction.setRollbackOnly();
        });

        assertThat(owners(story)).isEmpty();
        together.executeWithoutResult(transaction -> wake(story));
        story.callBackTask();
    }

    private Story waiting() {
        Story story = house.ask(agencies.one());
        story.inquiryInState(1, "WAITING");
        return story;
    }

    /** The engine alone; that there is something to tell is read from our own table. */
    private void wake(Story story) {
        jdbc.sql("update perezvon.inquiry set state = 'UNANSWERED' where id = cast(:id as uuid)")
                .param("id", story.inquiryId(1))
                .update();
        assertThat(processes.wake(story.inquiryId(1), "inquiry.answered", Facts.none()))
                .isTrue();
    }

    private List<String> owners(Story story) {
        return jdbc.sql(OWNERS)
                .param("question", story.number())
                .query(String.class)
                .list();
    }
}
