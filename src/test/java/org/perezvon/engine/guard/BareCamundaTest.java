package org.perezvon.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Canary;
import org.perezvon.testing.Database;

/** Shows that the attacks of the other tests are real: on an engine as it is shipped they succeed. */
class BareCamundaTest {

    private static ProcessEngine engine;

    @BeforeAll
    static void an_engine_as_it_is_shipped() {
        engine = ((ProcessEngineConfigurationImpl)
                        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration())
                .setProcessEngineName("bare")
                .setJdbcUrl(Database.fresh())
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUsername("postgres")
                .setJdbcPassword("postgres")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setAuthorizationEnabled(true)
                .buildProcessEngine();
    }

    @AfterAll
    static void goes_home() {
        engine.close();
    }

    @BeforeEach
    void silence() {
        Canary.hush();
    }

    @Test
    void an_expression_in_an_or_branch_runs_for_anybody() {
        engine.getIdentityService().setAuthenticatedUserId("a-stranger-without-any-right");
        try {
            or(engine.getTaskService().createTaskQuery()).list();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }

        assertThat(Canary.songs()).isPositive();
    }

    @Test
    void an_expression_in_an_or_branch_of_a_stored_filter_runs() {
        Filter filter = engine.getFilterService().newTaskFilter("poisoned");
        filter.setQuery(or(engine.getTaskService().createTaskQuery()));
        engine.getFilterService().saveFilter(filter);

        engine.getFilterService().count(filter.getId());

        assertThat(Canary.songs()).isPositive();
    }

    @Test
    void only_the_outermost_query_is_checked() {
        TaskQuery query = engine.getTaskService().createTaskQuery().taskAssigneeExpression(Canary.AWAKENING);

        assertThatThrownBy(query::list).isInstanceOf(ProcessEngineException.class);
        assertThat(Canary.songs()).isZero();
    }

    @Test
    void whoever_deploys_a_diagram_runs_code() {
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "attack.bpmn",
                        Diagram.withStep("<serviceTask id=\"step\" camunda:expression=\"" + Canary.AWAKENING + "\" />"))
                .deploy();

        engine.getRuntimeService().startProcessInstanceByKey(Diagram.KEY);

        assertThat(Canary.songs()).isPositive();
    }

    private static TaskQuery or(TaskQuery query) {
        TaskQueryImpl branches = (TaskQueryImpl) query.or();
        branches.taskAssigneeExpression(Canary.AWAKENING);
        return branches.endOr();
    }
}
