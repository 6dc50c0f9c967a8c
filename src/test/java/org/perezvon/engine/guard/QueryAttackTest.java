package org.perezvon.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.engine.Accounts;
import org.perezvon.testing.Canary;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-109432, tried by people who are logged in, at every wall in turn. */
@FrontRooms
class QueryAttackTest {

    private static final String IN_A_BRANCH = "{\"orQueries\":[{\"assigneeExpression\":\"" + Canary.AWAKENING + "\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    private Visitor olga;
    private Visitor anna;

    @BeforeEach
    void people_log_in() {
        Staff.hire(accounts);
        olga = Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD);
        anna = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD);
        Canary.hush();
    }

    @AfterEach
    void nothing_foreign_has_run() {
        assertThat(Canary.songs()).isZero();
    }

    // The outer wall: the request does not reach the engine.

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/task/count", "/engine-rest/engine/default/task"})
    void an_operator_cannot_run_code_by_a_query(String path) {
        assertRefused(olga.post(path, IN_A_BRANCH));
    }

    @Test
    void nor_by_a_query_of_tasklist() {
        Visitor browser = Visitor.browser(port);
        browser.login(Staff.OPERATOR, Staff.PASSWORD);

        assertRefused(browser.post("/camunda/api/engine/engine/default/task", IN_A_BRANCH, browser.camundaToken()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the letter n by its number
                "{\"orQueries\":[{\"assigneeExpressio\\u006e\":\"${now()}\"}]}",
                // twice, once harmless
                "{\"orQueries\":[{\"assignee\":\"olga\",\"assigneeExpression\":\"${now()}\"}]}",
                // deeper than anybody looks
                "{\"orQueries\":[{\"orQueries\":[{\"candidateGroupsExpression\":\"${now()}\"}]}]}",
                // not JSON to the end
                "{\"orQueries\":[{\"assigneeExpression\":\"${now()}\"}]",
            })
    void nor_by_writing_it_differently(String body) {
        assertRefused(olga.post("/engine-rest/task", body));
    }

    @Test
    void nor_in_another_alphabet_nor_packed_nor_in_the_address() {
        assertThat(olga.post("/engine-rest/task", "{}", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
        assertThat(olga.get("/engine-rest/task?assigneeExpression=x").statusCode())
                .isEqualTo(400);
        assertThat(olga.post("/engine-rest/task", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void even_an_administrator_cannot_store_an_expression_in_a_filter() {
        String body = "{\"resourceType\":\"Task\",\"name\":\"poisoned\",\"query\":" + IN_A_BRANCH + "}";

        assertRefused(anna.post("/engine-rest/filter/create", body));
        String filterId = createdFilter();
        assertRefused(anna.put("/engine-rest/filter/" + filterId, body));
        assertRefused(anna.post("/engine-rest/filter/" + filterId + "/list", IN_A_BRANCH));
        assertRefused(anna.post("/engine-rest/filter/" + filterId + "/count", IN_A_BRANCH));
        assertRefused(anna.post("/engine-rest/filter/" + filterId + "/singleResult", IN_A_BRANCH));
        filters.deleteFilter(filterId);
    }

    @Test
    void an_ordinary_query_and_an_ordinary_filter_still_work() {
        assertThat(olga.post("/engine-rest/task", "{\"orQueries\":[{\"assignee\":\"olga\",\"unassigned\":true}]}")
                        .statusCode())
                .isEqualTo(200);
        String filterId = createdFilter();
        assertThat(anna.post("/engine-rest/filter/" + filterId + "/list", "{\"unassigned\":true}")
                        .statusCode())
                .isEqualTo(200);
        filters.deleteFilter(filterId);
    }

    private String createdFilter() {
        HttpResponse<String> created = anna.post(
                "/engine-rest/filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"harmless\",\"query\":{\"orQueries\":[{\"assignee\":\"olga\"}]}}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        return created.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Выражения в запросах к задачам и в фильтрах запрещены");
    }

    // The second wall: what reached the engine some other way.

    @Test
    void the_engine_refuses_a_query_with_an_expression_in_a_branch() {
        TaskQuery query = or(tasks.createTaskQuery());

        assertThatThrownBy(query::list).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(query::count).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(query::singleResult).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void the_engine_refuses_to_store_and_to_extend_a_filter_with_an_expression() {
        Filter poisoned = filters.newTaskFilter("poisoned").setQuery(or(tasks.createTaskQuery()));
        assertThatThrownBy(() -> filters.saveFilter(poisoned)).isInstanceOf(BadUserRequestException.class);

        Filter outermost = filters.newTaskFilter("poisoned")
                .setQuery(tasks.createTaskQuery().taskAssigneeExpression("${now()}"));
        assertThatThrownBy(() -> filters.saveFilter(outermost)).isInstanceOf(BadUserRequestException.class);

        Filter harmless = filters.newTaskFilter("harmless").setQuery(tasks.createTaskQuery());
        filters.saveFilter(harmless);
        assertThatThrownBy(() -> filters.list(harmless.getId(), or(tasks.createTaskQuery())))
                .isInstanceOf(BadUserRequestException.class);
        filters.deleteFilter(harmless.getId());
    }

    @Test
    void a_filter_that_was_poisoned_before_the_guard_came_is_not_carried_out() {
        Filter harmless = filters.newTaskFilter("old").setQuery(tasks.createTaskQuery());
        filters.saveFilter(harmless);
        jdbc.sql("update act_ru_filter set query_ = :query where id_ = :id")
                .params(Map.of(
                        "query",
                        IN_A_BRANCH.replace("assigneeExpression", "taskAssigneeExpression"),
                        "id",
                        harmless.getId()))
                .update();

        assertThatThrownBy(() -> filters.list(harmless.getId())).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.listPage(harmless.getId(), 0, 5)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(harmless.getId())).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.singleResult(harmless.getId())).isInstanceOf(BadUserRequestException.class);
        assertThat(anna.get("/engine-rest/filter/" + harmless.getId() + "/list").statusCode())
                .isEqualTo(400);
        filters.deleteFilter(harmless.getId());
    }

    // The innermost wall: an expression that came past all others finds nothing to take hold of.

    @Test
    void an_expression_reaches_no_class_and_no_bean_but_ours() {
        for (String attack : new String[] {
            Canary.AWAKENING,
            "${''.getClass()}",
            "${canary.sing()}",
            "${dataSource}",
            "${''.bytes}",
            "${inquiriesOfQuestion.class}"
        }) {
            assertThatThrownBy(() -> engine.getExpressionManager()
                            .createExpression(attack)
                            .getValue(null))
                    .as(attack)
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void camunda_itself_is_told_to_refuse_expressions_in_queries() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
    }

    private static TaskQuery or(TaskQuery query) {
        TaskQueryImpl branches = (TaskQueryImpl) query.or();
        branches.taskAssigneeExpression(Canary.AWAKENING);
        return branches.endOr();
    }
}
