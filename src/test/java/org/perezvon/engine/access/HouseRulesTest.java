package org.perezvon.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.engine.Account;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.Processes;
import org.perezvon.engine.Role;
import org.perezvon.engine.StaffList;
import org.perezvon.kernel.Node;
import org.perezvon.testing.Database;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

@FrontRooms
class HouseRulesTest {

    @LocalServerPort
    int port;

    @Autowired
    HouseRules rules;

    @Autowired
    Accounts accounts;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void people_work_here() {
        Staff.hire(accounts);
    }

    @Test
    void the_first_start_makes_groups_and_task_lists_for_the_right_people() {
        assertThat(identities
                        .createGroupQuery()
                        .groupIdIn("operator", "process-owner", "camunda-admin")
                        .count())
                .isEqualTo(3);
        assertThat(lists(Staff.OPERATOR))
                .contains("Мои задачи", "Перезвонить", "Неразобранная почта", "Просрочено")
                .doesNotContain("Запросы: нужна помощь", "Все задачи");
        assertThat(lists(Staff.SUPERVISOR)).contains("Мои задачи", "Запросы: нужна помощь", "Просрочено");
        assertThat(lists(Staff.EDITOR)).contains("Информационная база").doesNotContain("Перезвонить", "Все задачи");
        assertThat(lists(Staff.OPERATOR)).contains("\"refresh\":true", "\"questionNumber\"", "\"Вопрос\"");
    }

    @Test
    void a_second_start_changes_nothing_anybody_has_changed_since() {
        Filter renamed = filter("Перезвонить");
        filters.saveFilter(renamed.setName("Перезвонить сегодня"));
        filters.deleteFilter(filter("Все задачи").getId());
        long before = filters.createFilterQuery().count();
        long grants = authorizations.createAuthorizationQuery().count();

        rules.start();

        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
        assertThat(filters.getFilter(renamed.getId()).getName()).isEqualTo("Перезвонить сегодня");
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        filters.saveFilter(renamed.setName("Перезвонить"));
    }

    @Test
    void an_account_that_is_there_keeps_its_password_and_its_roles() {
        assertThat(accounts.open(Account.of(Staff.OPERATOR, "Кто-то Другой", "another-password", Role.ADMINISTRATOR)))
                .isFalse();
        assertThat(accounts.recognise(Staff.OPERATOR, Staff.PASSWORD)
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.OPERATOR);
    }

    @Test
    void my_tasks_are_those_of_whoever_looks() {
        Task mine = task();
        Task anothers = task();
        tasks.setAssignee(mine.getId(), Staff.OPERATOR);
        tasks.setAssignee(anothers.getId(), Staff.SUPERVISOR);
        String path = "/engine-rest/filter/" + filter("Мои задачи").getId();

        String olgas = program(Staff.OPERATOR).get(path + "/list").body();
        String sergeis = program(Staff.SUPERVISOR)
                .post(path + "/list", "{\"assignee\":\"olga\"}")
                .body();

        assertThat(olgas).contains(mine.getId()).doesNotContain(anothers.getId());
        assertThat(sergeis).contains(anothers.getId()).doesNotContain(mine.getId());
        assertThat(program(Staff.OPERATOR).get(path + "/count").body()).isEqualTo("{\"count\":1}");
        assertThat(program(Staff.OPERATOR).get(path + "?itemCount=true").body()).contains("\"itemCount\":1");
        assertThat(program(Staff.OPERATOR).get(path + "/singleResult").body()).contains(mine.getId());
    }

    @Test
    void overdue_is_what_is_late_by_now() {
        Task late = task(Instant.now().minus(Duration.ofMinutes(5)));
        Task inTime = task(Instant.now().plus(Duration.ofHours(5)));

        String body = program(Staff.OPERATOR)
                .get("/engine-rest/filter/" + filter("Просрочено").getId() + "/list?firstResult=0&maxResults=500")
                .body();

        assertThat(body).contains(late.getId()).doesNotContain(inTime.getId());
    }

    @Test
    void supervisors_see_what_will_be_late_what_nobody_took_and_what_was_kept_too_long() {
        Task soon = task(Instant.now().plus(Duration.ofMinutes(40)));
        Task later = task(Instant.now().plus(Duration.ofHours(9)));
        tasks.setAssignee(soon.getId(), Staff.OPERATOR);

        assertThat(listed("Скоро срок")).contains(soon.getId()).doesNotContain(later.getId());
        assertThat(listed("Никто не взял")).doesNotContain(soon.getId(), later.getId());
        try {
            clock.forward(Duration.ofMinutes(31));
            assertThat(listed("Никто не взял")).contains(later.getId()).doesNotContain(soon.getId());
            clock.forward(Duration.ofHours(4));
            assertThat(listed("Взято и не сделано")).contains(soon.getId()).doesNotContain(later.getId());
            assertThat(listed("Скоро срок")).doesNotContain(soon.getId(), later.getId());
        } finally {
            clock.release();
        }
        assertThat(lists(Staff.OPERATOR)).doesNotContain("Никто не взял", "Взято и не сделано", "Скоро срок");
    }

    @Test
    void nodes_that_start_at_once_do_not_get_in_each_others_way() throws Exception {
        String database = Database.fresh();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (ConfigurableApplicationContext one = start(database, "a-long-test-password");
                ConfigurableApplicationContext other = start(database, "a-long-test-password")) {
            List<Future<Object>> starting = both.invokeAll(List.of(opening(one), opening(other)));
            for (Future<Object> start : starting) {
                start.get();
            }

            assertThat(one.getBean(FilterService.class).createFilterQuery().count())
                    .isEqualTo(TaskList.all().size());
            assertThat(one.getBean(IdentityService.class)
                            .createUserQuery()
                            .memberOfGroup(Groups.CAMUNDA_ADMIN)
                            .count())
                    .isEqualTo(1);
        } finally {
            both.shutdownNow();
        }
    }

    private static Callable<Object> opening(ConfigurableApplicationContext node) {
        HouseRules itsRules = node.getAutowireCapableBeanFactory().createBean(HouseRules.class);
        return Executors.callable(itsRules::start);
    }

    @Test
    void without_an_administrator_the_house_does_not_open() {
        try (ConfigurableApplicationContext node = start(Database.fresh(), "")) {
            HouseRules itsRules = node.getAutowireCapableBeanFactory().createBean(HouseRules.class);

            assertThatThrownBy(itsRules::start)
                    .isInstanceOf(NoAdministratorException.class)
                    .hasMessageContaining("нет ни одного администратора");
        }
    }

    private static ConfigurableApplicationContext start(String database, String password) {
        return new SpringApplicationBuilder(EngineAlone.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--perezvon.demo.enabled=false",
                        "--perezvon.processes.folder=src/test/front-rooms",
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--the-administrators-password=" + password);
    }

    /** No web server: Camunda's pages allow one in a machine only. No rules either: the test starts them when it wants. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = CamundaBpmRestJerseyAutoConfiguration.class)
    @ComponentScan(
            basePackages = "org.perezvon.engine",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*|.*HouseRules"))
    @ConfigurationPropertiesScan(basePackageClasses = Processes.class)
    static class EngineAlone {

        @Bean
        Node node() {
            return new Node("engine-alone-" + UUID.randomUUID());
        }

        @Bean
        StaffList administrator(@Value("${the-administrators-password}") String password) {
            return () -> password.isEmpty()
                    ? List.of()
                    : List.of(Account.of("glavny", "Главный", password, Role.ADMINISTRATOR));
        }
    }

    // CVE-2026-77226

    @Test
    void the_set_up_page_is_walled_up_even_for_administrators_and_even_while_there_are_none() {
        List<User> administrators =
                identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list();
        administrators.forEach(user -> identities.deleteMembership(user.getId(), Groups.CAMUNDA_ADMIN));
        try {
            String create = "/camunda/api/admin/setup/default/user/create";
            String intruder = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"intruder\"}}";
            assertThat(Visitor.browser(port).post(create, intruder).statusCode())
                    .isEqualTo(401);
            Visitor olga = Visitor.browser(port);
            olga.login(Staff.OPERATOR, Staff.PASSWORD);
            HttpResponse<String> answer = olga.post(create, intruder, olga.camundaToken());
            assertThat(answer.statusCode()).isEqualTo(403);
            for (String spelling : List.of(
                    "/camunda/api/admin/%73etup/default/user/create",
                    "/camunda/api/admin/./setup/default/user/create",
                    "/camunda/api/admin/setup;x=1/default/user/create",
                    "/camunda/api/admin//setup/default/user/create")) {
                assertThat(olga.post(spelling, intruder, olga.camundaToken()).statusCode())
                        .as(spelling)
                        .isIn(400, 403, 404);
            }
            assertThat(olga.open("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(403);
            assertThat(accounts.find("intruder")).isEmpty();
        } finally {
            administrators.forEach(user -> identities.createMembership(user.getId(), Groups.CAMUNDA_ADMIN));
        }
    }

    private String lists(String user) {
        return program(user).get("/engine-rest/filter").body();
    }

    private Visitor program(String user) {
        return Visitor.program(port, user, Staff.PASSWORD);
    }

    private String listed(String list) {
        return program(Staff.SUPERVISOR)
                .get("/engine-rest/filter/" + filter(list).getId() + "/list?firstResult=0&maxResults=500")
                .body();
    }

    private Filter filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private Task task() {
        return task(Instant.now().plus(Duration.ofDays(1)));
    }

    private Task task(Instant due) {
        String instance = runtime.startProcessInstanceByKey("citizen-question", Map.of("answerDue", Date.from(due)))
                .getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }
}
