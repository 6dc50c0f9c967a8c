package org.perezvon.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * The whole running application, seen from outside only: over HTTP by its staff, by letters from agencies.
 *
 * @param administrator for looking into the engine
 */
public record House(Api operator, Api supervisor, Api administrator, Post post) {

    public static final String PHONE = "8 (914) 000-11-22";
    public static final String CALLER = "Сидорова Мария Ивановна";
    public static final String QUESTION = "Когда назначат пособие на первого ребёнка?";

    static {
        // What a mail server of another test cannot stand is no failure of this one.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** A call as an operator enters it; tests change what they are about. */
    public static Map<String, Object> call(String... agencies) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("line", "122");
        call.put("caller", Map.of("name", CALLER, "phone", PHONE));
        call.put("text", QUESTION);
        call.put("agencies", List.of(agencies));
        return call;
    }

    /** Registers a question that goes to these agencies. */
    public Story ask(String... agencies) {
        return register(call(agencies));
    }

    public Story register(Map<String, Object> call, String... headers) {
        return story(
                operator.post("/api/questions", call, headers).get("number").asText());
    }

    public Story story(String number) {
        return new Story(this, number);
    }

    public void send(AgencyMail mail) {
        post.send(mail.from(), mail.to(), mail.bytes());
    }

    /** Open tasks of one kind for this business key. */
    public JsonNode tasks(String businessKey, String definition) {
        return administrator.get(
                "/engine-rest/task?processInstanceBusinessKey=" + businessKey + "&taskDefinitionKey=" + definition);
    }

    /** The one task of this kind, as soon as it is there. */
    public JsonNode task(String businessKey, String definition) {
        JsonNode tasks = eventually(
                definition + " of " + businessKey, () -> tasks(businessKey, definition), found -> !found.isEmpty());
        if (tasks.size() != 1) {
            throw new AssertionError("Not one task but " + tasks);
        }
        return tasks.get(0);
    }

    /** The mail lying on the desk of the house that came from this sender, as {@code /api/mails} shows it. */
    public JsonNode mailOnDesk(String from) {
        return eventually(
                        "a mail from " + from + " on the desk",
                        () -> mailsOnDesk().stream()
                                .filter(mail -> mail.get("from").asText().equals(from))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** An operator decides what a mail on the desk is. */
    public void decide(JsonNode mail, Map<String, Object> decision) {
        JsonNode task = task("mail-" + mail.get("id").asText(), "userTask_triage");
        operator.post("/api/tasks/" + task.get("id").asText() + "/mail-decision", decision);
    }

    private List<JsonNode> mailsOnDesk() {
        List<JsonNode> mails = new ArrayList<>();
        for (JsonNode task : administrator.get(
                "/engine-rest/task?taskDefinitionKey=userTask_triage&sortBy=created&sortOrder=desc")) {
            JsonNode mailId = administrator
                    .get("/engine-rest/task/" + task.get("id").asText() + "/variables/mailId")
                    .get("value");
            mails.add(operator.get("/api/mails/" + mailId.asText()));
        }
        return mails;
    }

    /** Asks again and again until the answer is the expected one. */
    public static <T> T eventually(String what, Supplier<T> answer, Predicate<T> expected) {
        return await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(answer::get, expected);
    }
}
