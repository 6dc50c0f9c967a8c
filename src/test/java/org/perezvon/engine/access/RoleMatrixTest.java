package org.perezvon.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.perezvon.engine.Account;
import org.perezvon.engine.Accounts;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what with the engine, asked over its own REST interface. */
@FrontRooms
class RoleMatrixTest {

    private static final String START = "/engine-rest/process-definition/key/citizen-question/start";
    private static final String DUE =
            "{\"variables\":{\"answerDue\":{\"type\":\"Date\",\"value\":\"2030-01-09T16:00:00.000+0000\"}}}";
    private static final String DIAGRAM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://perezvon.org/test">
              <process id="from-modeler" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="start" /></process>
            </definitions>
            """;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void people_work_here() {
        Staff.hire(accounts);
    }

    /** Who, what they try, and the answer: 2 yes, 4 no. */
    static Stream<Arguments> matrix() {
        return Stream.of(
                        row("open a question", 2, 2, 4, 4, 2, 4, 4),
                        row("start an inquiry by hand", 4, 4, 4, 4, 2, 4, 4),
                        row("deploy a diagram", 4, 4, 4, 2, 2, 4, 4),
                        row("see the deployments", 0, 0, 0, 1, 1, 0, 0),
                        row("see the diagrams", 3, 3, 0, 3, 3, 0, 0),
                        row("open an account", 4, 4, 4, 4, 2, 4, 4),
                        row("join the administrators", 4, 4, 4, 4, 2, 4, 4),
                        row("give themselves a right", 4, 4, 4, 4, 2, 4, 4),
                        row("make a task list", 4, 2, 4, 4, 2, 4, 4),
                        row("create a task out of nothing", 4, 4, 4, 4, 2, 4, 4),
                        row("stop a process", 4, 4, 4, 4, 2, 4, 4),
                        row("change a variable of a process", 4, 4, 4, 4, 2, 4, 4))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> row(String deed, int... answers) {
        String[] people = {
            Staff.OPERATOR,
            Staff.SUPERVISOR,
            Staff.EDITOR,
            Staff.PROCESS_OWNER,
            Staff.ADMINISTRATOR,
            Staff.INTEGRATION,
            Staff.NOBODY
        };
        return Stream.iterate(0, i -> i < people.length, i -> i + 1)
                .map(i -> Arguments.of(people[i], deed, answers[i]));
    }

    @ParameterizedTest(name = "may {0} {1}? {2}")
    @MethodSource("matrix")
    void everybody_does_their_own_work_and_nobody_elses(String who, String deed, int answer) {
        Visitor visitor = Visitor.program(port, who, Staff.PASSWORD);
        int actual =
                switch (deed) {
                    case "open a question" -> visitor.post(START, DUE).statusCode() / 100;
                    case "start an inquiry by hand" ->
                        visitor.post("/engine-rest/process-definition/key/agency-inquiry/start", DUE)
                                        .statusCode()
                                / 100;
                    case "deploy a diagram" ->
                        visitor.deploy("from-modeler.bpmn", DIAGRAM).statusCode() / 100;
                    case "see the deployments" -> Math.min(1, count(visitor, "/engine-rest/deployment/count"));
                    case "see the diagrams" ->
                        count(
                                visitor,
                                "/engine-rest/process-definition/count?latestVersion=true&keysIn=citizen-question,agency-inquiry,mail-triage");
                    case "open an account" ->
                        visitor.post(
                                                "/engine-rest/user/create",
                                                "{\"profile\":{\"id\":\"novy-" + who
                                                        + "\"},\"credentials\":{\"password\":\"x-x-x-x-x-x\"}}")
                                        .statusCode()
                                / 100;
                    case "join the administrators" -> {
                        accounts.open(Account.of("n-" + who, "Новый", Staff.PASSWORD));
                        yield visitor.put("/engine-rest/group/camunda-admin/members/n-" + who, "{}")
                                        .statusCode()
                                / 100;
                    }
                    case "give themselves a right" ->
                        visitor.post(
                                                "/engine-rest/authorization/create",
                                                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + who
                                                        + "\",\"resourceType\":4,\"resourceId\":\"x-" + who + "\"}")
                                        .statusCode()
                                / 100;
                    case "make a task list" ->
                        visitor.post(
                                                "/engine-rest/filter/create",
                                                "{\"resourceType\":\"Task\",\"name\":\"l-" + who + "\",\"query\":{}}")
                                        .statusCode()
                                / 100;
                    case "create a task out of nothing" ->
                        visitor.post("/engine-rest/task/create", "{\"id\":\"t-" + who + "\"}")
                                        .statusCode()
                                / 100;
                    case "stop a process" ->
                        visitor.put(
                                                "/engine-rest/process-instance/" + question() + "/suspended",
                                                "{\"suspended\":true}")
                                        .statusCode()
                                / 100;
                    case "change a variable of a process" ->
                        visitor.put(
                                                "/engine-rest/process-instance/" + question() + "/variables/questionId",
                                                "{\"value\":1,\"type\":\"Long\"}")
                                        .statusCode()
                                / 100;
                    default -> throw new IllegalArgumentException(deed);
                };

        assertThat(actual).isEqualTo(answer);
    }

    @Test
    void an_operator_does_the_tasks_of_operators() {
        Visitor olga = Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD);
        Task task = task(question());

        assertThat(olga.get("/engine-rest/task/" + task.getId()).statusCode()).isEqualTo(200);
        assertThat(olga.post("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"olga\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(olga.post("/engine-rest/task/" + task.getId() + "/complete", "{}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void an_operator_does_not_see_the_tasks_of_supervisors() {
        Task task =
                task(runtime.startProcessInstanceByKey("agency-inquiry", due()).getId());

        // Camunda answers "not found": whether there is such a task is not told either.
        assertThat(Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD)
                        .get("/engine-rest/task/" + task.getId())
                        .statusCode())
                .isIn(403, 404);
        assertThat(Visitor.program(port, Staff.SUPERVISOR, Staff.PASSWORD)
                        .get("/engine-rest/task/" + task.getId())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_supervisor_gives_a_task_to_somebody_else() {
        Task task = task(question());

        assertThat(Visitor.program(port, Staff.SUPERVISOR, Staff.PASSWORD)
                        .post("/engine-rest/task/" + task.getId() + "/assignee", "{\"userId\":\"olga\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void each_role_enters_its_own_rooms_only() {
        assertThat(rooms(Staff.OPERATOR)).contains("tasklist").doesNotContain("cockpit", "admin");
        assertThat(rooms(Staff.SUPERVISOR)).contains("tasklist", "cockpit").doesNotContain("admin");
        assertThat(rooms(Staff.PROCESS_OWNER)).contains("cockpit").doesNotContain("tasklist", "admin");
        assertThat(rooms(Staff.ADMINISTRATOR)).contains("tasklist", "cockpit", "admin");
        assertThat(rooms(Staff.EDITOR)).contains("tasklist").doesNotContain("cockpit", "admin");
        assertThat(rooms(Staff.INTEGRATION)).doesNotContain("tasklist", "cockpit", "admin");
    }

    private String rooms(String user) {
        Visitor visitor = Visitor.browser(port);
        visitor.login(user, Staff.PASSWORD);
        visitor.open("/camunda/app/welcome/default/");
        return visitor.get("/camunda/api/admin/auth/user/default").body().replaceAll("\"userId\":\"[^\"]*\"", "");
    }

    private String question() {
        return runtime.startProcessInstanceByKey("citizen-question", due()).getId();
    }

    private static Map<String, Object> due() {
        return Map.of("answerDue", new Date());
    }

    private Task task(String instanceId) {
        return tasks.createTaskQuery().processInstanceId(instanceId).singleResult();
    }

    private static int count(Visitor visitor, String path) {
        return Integer.parseInt(visitor.get(path).body().replaceAll("\\D+", ""));
    }
}
