package org.perezvon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Database;
import org.perezvon.testing.FrontRooms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine only looks for jobs with a due date, so nothing may be without one. */
@FrontRooms
class JobAcquisitionTest {

    private static final OffsetDateTime LONG_AWAY = OffsetDateTime.of(2126, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String INSERT = """
            insert into public.act_ru_job (id_, rev_, type_, retries_, suspension_state_, duedate_, create_time_)
            values (:id, 1, :type, 3, 1, :due, localtimestamp)
            """;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void clear() {
        jdbc.sql("delete from public.act_ru_job where id_ = 'ours'").update();
    }

    @Test
    void a_timer_may_move_but_never_lose_its_due_date() {
        jdbc.sql(INSERT)
                .param("id", "ours")
                .param("type", "timer")
                .param("due", LONG_AWAY)
                .update();
        Date later = Date.from(LONG_AWAY.plusDays(1).toInstant());

        management.setJobDuedate("ours", later);
        assertThatThrownBy(() -> management.setJobDuedate("ours", null))
                .hasStackTraceContaining("perezvon_timer_is_due");

        assertThat(management.createJobQuery().jobId("ours").singleResult().getDuedate())
                .isEqualTo(later);
    }

    @Test
    void after_an_upgrade_jobs_without_a_due_date_are_due_at_once() {
        FluentConfiguration upgrade = Flyway.configure()
                .dataSource(Database.fresh(), "postgres", "postgres")
                .defaultSchema("perezvon")
                .javaMigrations(new CamundaTables());
        upgrade.target("7").load().migrate();
        JdbcClient database = JdbcClient.create(upgrade.getDataSource());
        database.sql(INSERT)
                .param("id", "message")
                .param("type", "message")
                .param("due", null)
                .update();

        upgrade.target("8").load().migrate();

        assertThat(database.sql("select duedate_ <= localtimestamp from public.act_ru_job where id_ = 'message'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
