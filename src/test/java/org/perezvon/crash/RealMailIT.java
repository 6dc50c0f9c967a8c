package org.perezvon.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.DurableDatabase;
import org.perezvon.testing.House;
import org.perezvon.testing.PackagedNode;
import org.perezvon.testing.RealMailServers;
import org.perezvon.testing.Story;
import org.perezvon.testing.WithRealMailServers;

/** Two packaged nodes on one database, with Postfix on the way out and Dovecot on the way in. */
@WithRealMailServers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealMailIT {

    private static final Duration TAKEN_OVER = Duration.ofSeconds(10);
    private static final Duration JOB_LOCK = Duration.ofSeconds(90);
    private static final String SOCIAL = "minsoc";
    private static final String HEALTH = "minzdrav";

    private static RealMailServers servers;
    private static DurableDatabase database;
    private static Map<String, PackagedNode> nodes;

    @BeforeAll
    static void start() {
        servers = RealMailServers.start();
        database = new DurableDatabase();
        Map<String, String> settings = new LinkedHashMap<>(servers.settings());
        settings.putAll(database.settings());
        settings.put("perezvon.mail.watch.self-test", "0");
        nodes = new LinkedHashMap<>();
        for (String name : List.of("left", "right")) {
            nodes.put(name, new PackagedNode(name, settings));
        }
        nodes.values().forEach(PackagedNode::launch);
        nodes.values().forEach(PackagedNode::untilUp);
        agency(SOCIAL, "ivanova@minsoc.example");
        agency(HEALTH, "nobody@minzdrav.example");
    }

    @AfterAll
    static void stop() {
        nodes.values().forEach(PackagedNode::close);
        database.close();
        servers.close();
    }

    @Test
    @Order(1)
    void a_question_goes_out_by_postfix_and_its_answer_comes_in_by_dovecot() {
        Story story = house("left").ask(SOCIAL);

        story.agencyAnswers(1, "Пособие назначат в течение десяти дней.");

        story.callBackTask();
        assertThat(story.replies(1)).hasSize(1);
        assertThat(story.replies(1).get(0).get("text").asText()).isEqualTo("Пособие назначат в течение десяти дней.");
        assertThat(story.letters(1)).hasSize(1);
    }

    @Test
    @Order(2)
    void a_letter_that_the_agencys_server_does_not_take_is_a_supervisors_task() {
        House house = house("right");
        Story story = house.ask(HEALTH);

        JsonNode task = story.task(1, "userTask_correctAddress");

        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("UNDELIVERABLE");
        house.supervisor()
                .post(
                        "/api/agencies/" + HEALTH + "/responsible",
                        Map.of("name", "Петров Пётр Петрович", "email", "petrov@minzdrav.example"));
        house.supervisor()
                .post("/api/tasks/" + task.get("id").asText() + "/inquiry-decision", Map.of("tryAgain", true));
        story.agencyAnswers(1, "Приём ведётся ежедневно.");
        story.callBackTask();
        assertThat(story.passed(story.inquiryId(1))).contains("event_bounced", "event_answered");
    }

    @Test
    @Order(3)
    void when_the_node_that_watches_the_mailbox_dies_the_other_takes_over() {
        String first = watching();
        String second = first.equals("left") ? "right" : "left";
        Story before = house(first).ask(SOCIAL);
        AgencyMail reply = AgencyMail.reply(before.letter(1), before.responsible(1), "Ответ другому узлу.");

        node(first).kill();
        house(second).send(reply);

        await("the other node watches").atMost(TAKEN_OVER).until(() -> watching()
                .equals(second));
        Story after = house(second).story(before.number());
        await("the reply is recorded")
                .atMost(TAKEN_OVER)
                .until(() -> after.replies(1).size() == 1);
        // A job that the dead node had begun is nobody's until its lock has run out.
        await("the citizen is called back").atMost(JOB_LOCK).until(after::callBackWaits);
    }

    private static PackagedNode node(String name) {
        return Objects.requireNonNull(nodes.get(name));
    }

    private static House house(String name) {
        return node(name).house(servers.post());
    }

    /** The node that reads the mailbox now, as far as the database knows. */
    private static String watching() {
        return database.jdbc()
                .sql("select watched_by from perezvon.mailbox_state where watched_by is not null")
                .query(String.class)
                .single();
    }

    private static void agency(String code, String email) {
        Agencies.introduce(node("left").administrator(), code, email);
    }
}
