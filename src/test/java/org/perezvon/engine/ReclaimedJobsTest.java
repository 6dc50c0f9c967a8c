package org.perezvon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.Node;
import org.perezvon.testing.FrontRooms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FrontRooms
class ReclaimedJobsTest {

    private static final OffsetDateTime LONG_AWAY = OffsetDateTime.of(2126, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    Node node;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void two_nodes_were_at_work() {
        lock("ours", node.name());
        lock("theirs", "another-node");
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from public.act_ru_job where id_ in ('ours', 'theirs')")
                .update();
    }

    @Test
    void a_node_that_comes_back_has_its_own_jobs_free_and_leaves_those_of_others_locked() {
        new ReclaimedJobs(node, jdbc).postInit(engine);

        assertThat(locked("ours")).isFalse();
        assertThat(locked("theirs")).isTrue();
    }

    @Test
    void a_node_locks_jobs_under_the_same_name_after_each_start() {
        assertThat(engine.getJobExecutor().getLockOwner()).isEqualTo(node.name());
    }

    private void lock(String job, String owner) {
        jdbc.sql("""
                        insert into public.act_ru_job (id_, rev_, type_, retries_, suspension_state_, duedate_,
                                                       lock_owner_, lock_exp_time_)
                        values (:id, 1, 'message', 3, 2, :due, :owner, :due)
                        """)
                .param("id", job)
                .param("owner", owner)
                .param("due", LONG_AWAY)
                .update();
    }

    private boolean locked(String job) {
        return jdbc.sql(
                        "select lock_owner_ is not null and lock_exp_time_ is not null from public.act_ru_job where id_ = :id")
                .param("id", job)
                .query(Boolean.class)
                .single();
    }
}
