package org.perezvon.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One citizen's question as it goes through the house. Legs count from 1. */
public final class Story {

    private static final String CALL_BACK = "userTask_callBack";

    private final House house;
    private final String number;

    Story(House house, String number) {
        this.house = house;
        this.number = number;
    }

    public String number() {
        return number;
    }

    public JsonNode view() {
        return house.operator().get("/api/questions/" + number);
    }

    public String state() {
        return view().get("state").asText();
    }

    public JsonNode inquiry(int leg) {
        return view().get("inquiries").get(leg - 1);
    }

    public String inquiryId(int leg) {
        return inquiry(leg).get("id").asText();
    }

    public JsonNode replies(int leg) {
        return inquiry(leg).get("replies");
    }

    /** The address this leg was sent to. */
    public String responsible(int leg) {
        return inquiry(leg).get("responsible").get("email").asText();
    }

    public JsonNode inquiryInState(int leg, String state) {
        return House.eventually(number + "/" + leg + " " + state, () -> inquiry(leg), inquiry -> inquiry.get("state")
                .asText()
                .equals(state));
    }

    /** The newest request of this leg, once it is recorded as received and the process waits for the answer. */
    public MimeMessage letter(int leg) {
        JsonNode inquiry = inquiryInState(leg, "WAITING");
        String messageId = "";
        for (JsonNode letter : inquiry.get("letters")) {
            if (letter.get("purpose").asText().equals("REQUEST")) {
                messageId = letter.get("messageId").asText();
            }
        }
        String wanted = messageId;
        return letters(leg).stream()
                .filter(letter -> Mails.messageId(letter).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in the agency's mailbox: " + wanted));
    }

    /** Everything about this inquiry in the mailbox of its responsible person. */
    public List<MimeMessage> letters(int leg) {
        return house.post().mailbox(responsible(leg)).stream()
                .filter(letter -> Mails.subject(letter).contains(number + "/" + leg))
                .toList();
    }

    /** The responsible person reads the letter and answers it. */
    public void agencyAnswers(int leg, String text) {
        house.send(AgencyMail.reply(letter(leg), responsible(leg), text));
    }

    /** The call-back task, as soon as it is there. */
    public JsonNode callBackTask() {
        return house.task(number, CALL_BACK);
    }

    public boolean callBackWaits() {
        return !house.tasks(number, CALL_BACK).isEmpty();
    }

    public void callBack(Map<String, Object> call) {
        house.operator().post("/api/tasks/" + callBackTask().get("id").asText() + "/call-back", call);
    }

    /** An open task about one inquiry, as soon as it is there. */
    public JsonNode task(int leg, String definition) {
        return house.task(inquiryId(leg), definition);
    }

    public boolean taskWaits(int leg, String definition) {
        return !house.tasks(inquiryId(leg), definition).isEmpty();
    }

    /** Timers of one event of this inquiry that have not fired yet. */
    public JsonNode timers(int leg, String event) {
        return timers(inquiryId(leg), event);
    }

    /** Timers of one event of the question's own processes: its course, its call-backs, its late answers. */
    public JsonNode timers(String event) {
        return timers(number, event);
    }

    private JsonNode timers(String businessKey, String event) {
        ArrayNode timers = JsonNodeFactory.instance.arrayNode();
        house.administrator()
                .get("/engine-rest/process-instance?businessKey=" + businessKey)
                .forEach(instance -> house.administrator()
                        .get("/engine-rest/job?timers=true&activityId=" + event + "&processInstanceId="
                                + instance.get("id").asText())
                        .forEach(timers::add));
        return timers;
    }

    /** Where the processes of this business key have been: ids of the events and tasks they have completed. */
    public List<String> passed(String businessKey) {
        List<String> passed = new ArrayList<>();
        house.administrator()
                .get("/engine-rest/history/process-instance?processInstanceBusinessKey=" + businessKey)
                .forEach(instance -> house.administrator()
                        .get("/engine-rest/history/activity-instance?finished=true&processInstanceId="
                                + instance.get("id").asText())
                        .forEach(activity ->
                                passed.add(activity.get("activityId").asText())));
        return passed;
    }

    /** Waits until the question is closed. */
    public JsonNode closed() {
        return House.eventually(number + " closed", this::view, view -> view.get("state")
                .asText()
                .equals("CLOSED"));
    }
}
