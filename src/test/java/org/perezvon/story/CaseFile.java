package org.perezvon.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailProgram;
import org.perezvon.testing.Mails;
import org.perezvon.testing.Story;

/**
 * One case as everybody concerned lives through it: agencies write mails, the centre's people do their tasks, and in the end
 * somebody asks for the file. Legs count from 1.
 */
final class CaseFile extends CaseRecord {

    private CaseFile(House house, Story story) {
        super(house, story);
    }

    /** A question is registered that goes to these agencies; all have received it. */
    static CaseFile opened(House house, String... agencies) {
        return received(house, House.call(agencies));
    }

    static CaseFile received(House house, Map<String, Object> call) {
        CaseFile file = of(house, house.register(call));
        for (int leg = 1; leg <= file.story.view().get("inquiries").size(); leg++) {
            file.story.letter(leg);
        }
        return file;
    }

    static CaseFile of(House house, Story story) {
        return new CaseFile(house, story);
    }

    // What agencies do

    void writes(int leg, String text) {
        arrives(leg, reply(leg, text));
    }

    void writes(int leg, String text, MailProgram program) {
        Charset charset = program == MailProgram.OUTLOOK ? Charset.forName("windows-1251") : StandardCharsets.UTF_8;
        arrives(leg, AgencyMail.reply(request(leg), story.responsible(leg), text, program, charset));
    }

    /** Sends a mail of this leg and waits until it lies in the case. */
    void arrives(int leg, AgencyMail mail) {
        int before = story.replies(leg).size();
        house.send(mail);
        House.eventually("the mail", () -> story.replies(leg).size(), now -> now > before);
    }

    AgencyMail reply(int leg, String text) {
        return AgencyMail.reply(request(leg), story.responsible(leg), text);
    }

    void isAway(int leg, String words) {
        arrives(leg, AgencyMail.outOfOffice(request(leg), story.responsible(leg), words));
    }

    /** The server of whoever got this letter gives it back. */
    void givesBack(MimeMessage letter, String address) {
        house.send(AgencyMail.bounce(letter, address));
    }

    /** The newest request of this leg as it lies in the mailbox of whoever it went to. */
    MimeMessage request(int leg) {
        return letter(leg, "REQUEST");
    }

    /** The newest letter of this purpose that has reached anybody at the agency. */
    MimeMessage letter(int leg, String purpose) {
        JsonNode newest =
                House.eventually("letter " + purpose, () -> newest(leg, purpose), letter -> letter.path("state")
                        .asText()
                        .equals("ACCEPTED"));
        return house.post().mailbox(newest.get("to").asText()).stream()
                .filter(letter ->
                        Mails.messageId(letter).equals(newest.get("messageId").asText()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode newest(int leg, String purpose) {
        JsonNode found = MissingNode.getInstance();
        for (JsonNode letter : story.inquiry(leg).get("letters")) {
            found = letter.get("purpose").asText().equals(purpose) ? letter : found;
        }
        return found;
    }

    // What the centre's people do

    /** Finishes a task about one leg through the door its form uses. */
    void does(int leg, String task, String door, Map<String, Object> decision) {
        JsonNode open = story.task(leg, task);
        Map<String, Object> body = new HashMap<>(decision);
        if (!door.equals("inquiry-decision")) {
            body.put("mailId", variable(open, "mailId").asLong());
        }
        house.supervisor().post("/api/tasks/" + open.get("id").asText() + "/" + door, body);
    }

    void clarifies(int leg, String text) {
        does(leg, "userTask_clarify", "clarification", Map.of("text", text));
    }

    void sendsElsewhere(int leg, String agency) {
        does(leg, "userTask_decideRefusal", "refusal", Map.of("decision", "other", "agency", agency));
    }

    void insists(int leg, String why) {
        does(leg, "userTask_decideRefusal", "refusal", Map.of("decision", "insist", "note", why));
    }

    void asksDeputy(int leg, String name, String email) {
        does(
                leg,
                "userTask_confirmDeputy",
                "deputy",
                Map.of("confirmed", true, "name", name, "email", email, "until", "2027-02-01T09:00:00+08:00"));
    }

    void waitsOn(int leg, String until) {
        does(
                leg,
                "userTask_decideUnanswered",
                "inquiry-decision",
                Map.of("tryAgain", true, "waitUntil", at(until).toString(), "note", "Обещали ответить"));
    }

    void givesUp(int leg, String task) {
        does(leg, task, "inquiry-decision", Map.of("tryAgain", false, "note", "Ответа не будет"));
    }

    void triesAgain(int leg, String task) {
        does(leg, task, "inquiry-decision", Map.of("tryAgain", true));
    }

    void calls(String outcome) {
        story.callBack(Map.of("outcome", outcome));
    }

    /** The citizen has asked for a call at this time. */
    void callsAgainAt(String inIrkutsk) {
        story.callBack(
                Map.of("outcome", "CALL_LATER", "nextAttemptAt", at(inIrkutsk).toString()));
    }

    void returns(int leg, String why) {
        story.callBack(Map.of(
                "outcome", "RETURNED", "returned", List.of(Map.of("inquiryId", story.inquiryId(leg), "why", why))));
    }

    void judgesLateAnswer(boolean useful) {
        JsonNode task = house.task(story.number(), "userTask_judgeLateAnswer");
        house.operator().post("/api/tasks/" + task.get("id").asText() + "/late-answer", Map.of("useful", useful));
    }

    void citizenNeedsNothingMore() {
        house.operator().post("/api/questions/" + story.number() + "/withdrawal", Map.of("why", "Уже решилось"));
    }

    private JsonNode variable(JsonNode task, String name) {
        return house.administrator()
                .get("/engine-rest/task/" + task.get("id").asText() + "/variables/" + name)
                .get("value");
    }
}
