package org.perezvon.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.engine.Account;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.Role;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontRooms
class OneLoginTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    IdentityService identities;

    @Autowired
    MovableClock clock;

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @BeforeEach
    void people_work_here() {
        Staff.hire(accounts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/session",
                "/api/questions/2026-000001",
                "/engine-rest/engine",
                "/engine-rest/version",
                "/engine-rest/user",
                TASKLIST,
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/lib/deps.js",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                WHO_AM_I,
                "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.css",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/actuator",
                "/actuator/env",
                "/actuator/health/db",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/nothing/here",
            })
    void nothing_answers_without_a_login(String path) {
        HttpResponse<String> program = Visitor.browser(port).get(path);
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(program.body()).contains("Войдите по имени и паролю");

        HttpResponse<String> person = Visitor.browser(port).open(path);
        if (path.startsWith("/engine-rest")) {
            assertThat(person.statusCode()).isEqualTo(401);
        } else {
            assertThat(person.statusCode()).isEqualTo(302);
            assertThat(person.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        }
    }

    @Test
    void a_watchman_sees_that_the_house_is_well_and_nothing_more() {
        HttpResponse<String> health = Visitor.browser(port).get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
    }

    @Test
    void the_login_page_speaks_russian_and_loads_nothing() {
        HttpResponse<String> page = Visitor.browser(port).open("/login");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Перезвон — вход</title>").doesNotContain("<script", "http:", "https:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void an_operator_logs_in_once_and_lands_in_tasklist() {
        Visitor olga = Visitor.browser(port);

        assertThat(location(olga.login(Staff.OPERATOR, Staff.PASSWORD))).endsWith("/");
        assertThat(location(olga.open("/"))).endsWith(TASKLIST);
        assertThat(olga.open(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(olga.get(WHO_AM_I).body())
                .contains("\"userId\":\"olga\"", "\"tasklist\"")
                .doesNotContain("\"cockpit\"", "\"admin\"");
    }

    @Test
    void each_role_is_led_to_the_room_it_works_in() {
        assertThat(roomOf(Staff.SUPERVISOR)).endsWith("/camunda/app/tasklist/default/");
        assertThat(roomOf(Staff.PROCESS_OWNER)).endsWith("/camunda/app/cockpit/default/");
        assertThat(roomOf(Staff.ADMINISTRATOR)).endsWith("/camunda/app/admin/default/");
        assertThat(roomOf(Staff.EDITOR)).endsWith("/camunda/app/tasklist/default/");
    }

    private String roomOf(String user) {
        Visitor visitor = Visitor.browser(port);
        visitor.login(user, Staff.PASSWORD);
        return location(visitor.open("/"));
    }

    @Test
    void who_wanted_a_page_gets_it_after_logging_in() {
        Visitor pavel = Visitor.browser(port);
        pavel.open("/camunda/app/cockpit/default/");

        assertThat(location(pavel.login(Staff.PROCESS_OWNER, Staff.PASSWORD)))
                .endsWith("/camunda/app/cockpit/default/");
    }

    @Test
    void a_wrong_password_opens_nothing() {
        accounts.open(Account.of("zabyvchivy", "Забывчивый Сотрудник", Staff.PASSWORD, Role.OPERATOR));
        Visitor stranger = Visitor.browser(port);

        assertThat(location(stranger.login("zabyvchivy", "не тот пароль"))).endsWith("/login?error");
        assertThat(stranger.open("/login?error").body()).contains("Неверное имя или пароль");
        assertThat(stranger.get("/api/session").statusCode()).isEqualTo(401);
        // The engine ignores the account for three seconds, so the right password does not help yet.
        assertThat(location(stranger.login("zabyvchivy", Staff.PASSWORD))).endsWith("/login?error");
    }

    @Test
    void leaving_by_our_door_closes_tasklist() {
        Visitor olga = Visitor.browser(port);
        olga.login(Staff.OPERATOR, Staff.PASSWORD);
        olga.open(TASKLIST);
        assertThat(olga.get(WHO_AM_I).statusCode()).isEqualTo(200);

        String token = token(olga.get("/api/session"));
        assertThat(location(olga.form("/logout", "_csrf=" + token))).endsWith("/login?logout");

        assertThat(olga.get(WHO_AM_I).statusCode()).isEqualTo(401);
    }

    @Test
    void leaving_tasklist_leaves_the_house() {
        Visitor olga = Visitor.browser(port);
        olga.login(Staff.OPERATOR, Staff.PASSWORD);

        assertThat(olga.post(WHO_AM_I + "/logout", "", olga.camundaToken()).statusCode())
                .isEqualTo(200);

        assertThat(olga.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(location(olga.open(TASKLIST))).endsWith("/login");
    }

    @Test
    void who_is_dismissed_is_out_within_minutes() {
        accounts.open(Account.of("uvolen", "Уволенный Сотрудник", Staff.PASSWORD, Role.OPERATOR));
        Visitor dismissed = Visitor.browser(port);
        dismissed.login("uvolen", Staff.PASSWORD);
        assertThat(dismissed.get("/api/session").statusCode()).isEqualTo(200);

        identities.deleteUser("uvolen");
        clock.forward(StillHereFilter.TRUSTED_FOR);

        assertThat(dismissed.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(location(dismissed.open(TASKLIST))).endsWith("/login");
    }

    @Test
    void who_is_given_another_role_has_it_within_minutes() {
        accounts.open(Account.of("povyshen", "Повышенный Сотрудник", Staff.PASSWORD, Role.OPERATOR));
        Visitor promoted = Visitor.browser(port);
        promoted.login("povyshen", Staff.PASSWORD);
        assertThat(promoted.get("/api/session").body()).contains("\"roles\":[\"operator\"]");

        accounts.assign("povyshen", Role.SUPERVISOR);
        clock.forward(StillHereFilter.TRUSTED_FOR);

        assertThat(promoted.get("/api/session").body()).contains("\"roles\":[\"operator\",\"supervisor\"]");
    }

    @Test
    void nobody_is_thrown_out_by_a_forged_logout() {
        Visitor olga = Visitor.browser(port);
        olga.login(Staff.OPERATOR, Staff.PASSWORD);

        assertThat(olga.form("/logout", "").statusCode()).isEqualTo(403);
        assertThat(olga.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void camundas_own_login_is_no_second_door() {
        Visitor olga = Visitor.browser(port);
        olga.login(Staff.OPERATOR, Staff.PASSWORD);

        assertThat(olga.post(WHO_AM_I + "/login/tasklist", "", olga.camundaToken())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_engines_rest_interface_wants_a_password_each_time() {
        Visitor olga = Visitor.browser(port);
        olga.login(Staff.OPERATOR, Staff.PASSWORD);

        assertThat(olga.get("/engine-rest/task").statusCode()).isEqualTo(401);
        HttpResponse<String> byPassword =
                Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD).get("/engine-rest/task");
        assertThat(byPassword.statusCode()).isEqualTo(200);
        assertThat(byPassword.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_foreign_page_cannot_use_the_password_a_browser_remembers() {
        Visitor browser = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD);

        assertThat(browser.post("/engine-rest/task", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/api/questions", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_writes_only_with_the_token_of_its_session() {
        Visitor olga = Visitor.browser(port);
        olga.login(Staff.OPERATOR, Staff.PASSWORD);
        HttpResponse<String> session = olga.get("/api/session");
        assertThat(session.body())
                .contains("\"user\":\"olga\"", "\"name\":\"Ольга Иванова\"", "\"roles\":[\"operator\"]")
                .contains("\"header\":\"X-Perezvon-Csrf\"");
        String token = token(session);

        HttpResponse<String> without = olga.post("/api/no-such-thing", "{}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("Обновите страницу");
        assertThat(olga.post("/api/no-such-thing", "{}", "X-Perezvon-Csrf", token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_program_needs_no_token_and_gets_no_session() {
        Visitor portal = Visitor.program(port, Staff.INTEGRATION, Staff.PASSWORD);

        HttpResponse<String> session = portal.get("/api/session");
        assertThat(session.body()).contains("\"user\":\"portal\"", "\"csrf\":null");
        assertThat(session.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(portal.post("/api/no-such-thing", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_in_a_browser_is_never_asked_for_a_password_by_the_browser_itself() {
        HttpResponse<String> expired = Visitor.browser(port).post("/api/questions", "{}", "Sec-Fetch-Mode", "cors");

        assertThat(expired.statusCode()).isIn(401, 403);
        assertThat(expired.headers().firstValue("WWW-Authenticate").orElse("")).doesNotContain("Basic");
    }

    @Test
    void camundas_own_pages_are_protected_by_camundas_own_token() {
        Visitor sergei = Visitor.browser(port);
        sergei.login(Staff.SUPERVISOR, Staff.PASSWORD);

        assertThat(sergei.post("/camunda/api/engine/engine/default/task/count", "{}", sergei.camundaToken())
                        .statusCode())
                .isEqualTo(200);
        assertThat(sergei.post("/camunda/api/engine/engine/default/task/count", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_role_that_has_no_business_with_questions_is_told_so() {
        HttpResponse<String> refused =
                Visitor.program(port, Staff.PROCESS_OWNER, Staff.PASSWORD).get("/api/questions/2026-000001");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("нет права на это действие");
        assertThat(Visitor.program(port, Staff.NOBODY, Staff.PASSWORD)
                        .get("/api/agencies")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String token(HttpResponse<String> session) {
        return session.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }
}
