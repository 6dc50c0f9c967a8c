package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.perezvon.testing.House;
import org.perezvon.testing.Mails;
import org.perezvon.testing.Story;

/** What stands in the file of a case, for whoever asks for it in the end. Legs count from 1. */
abstract class CaseRecord {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");
    private static final Pattern RUSSIAN = Pattern.compile("(?U)(?s)^[\\p{IsCyrillic}«].*");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D");

    final House house;
    final Story story;

    CaseRecord(House house, Story story) {
        this.house = house;
        this.story = story;
    }

    static Instant at(String inIrkutsk) {
        return LocalDateTime.parse(inIrkutsk).atZone(IRKUTSK).toInstant();
    }

    Story story() {
        return story;
    }

    void stands(int leg, String state) {
        story.inquiryInState(leg, state);
    }

    /** When the answer of this leg is due, in Irkutsk, to the minute. */
    void isDue(int leg, String due) {
        House.eventually("due " + due, () -> local(story.inquiry(leg).get("due").asText()), due::equals);
    }

    static String local(String instant) {
        return Instant.parse(instant)
                .atZone(IRKUTSK)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Violations in force, the centre's own and the agency's. */
    List<String> violations(int leg) {
        return kindsOfViolations(leg, false);
    }

    List<String> violationsEver(int leg) {
        return kindsOfViolations(leg, true);
    }

    private List<String> kindsOfViolations(int leg, boolean withdrawn) {
        String agency = story.inquiry(leg).at("/agency/code").asText();
        List<String> kinds = new ArrayList<>();
        house.supervisor()
                .get("/api/violations?agency=" + agency + "&withdrawn=" + withdrawn)
                .get("violations")
                .forEach(line -> {
                    if (line.get("number").asText().equals(story.number() + "/" + leg)) {
                        kinds.add(line.get("kind").asText());
                    }
                });
        return kinds.stream().sorted().toList();
    }

    /** Purposes of all letters about this case in a mailbox, in the order in which they were written. */
    List<String> lettersOf(String address) {
        Map<String, String> known = new HashMap<>();
        for (JsonNode inquiry : story.view().get("inquiries")) {
            for (JsonNode letter : inquiry.get("letters")) {
                known.put(
                        letter.get("messageId").asText(), letter.get("purpose").asText());
            }
        }
        return house.post().mailbox(address).stream()
                .filter(letter -> Mails.subject(letter).contains(story.number() + "/"))
                .map(letter -> known.getOrDefault(Mails.messageId(letter), "UNKNOWN " + Mails.subject(letter)))
                .toList();
    }

    /** The same for whoever answers for this leg; waits for the last one to arrive. */
    void hasGot(int leg, String... purposes) {
        hasGot(story.responsible(leg), purposes);
    }

    void hasGot(String address, String... purposes) {
        House.eventually(
                address + " has got " + List.of(purposes),
                () -> lettersOf(address).size(),
                count -> count >= purposes.length);
        assertThat(lettersOf(address)).containsExactly(purposes);
    }

    /**
     * Reads the course of the case as a prosecutor would: in order, in Russian, nobody's name or phone in it.
     *
     * @param kinds of what happened, all of it
     */
    void tells(String... kinds) {
        JsonNode timeline = house.supervisor().get("/api/questions/" + story.number() + "/timeline");
        assertThat(timeline.findValuesAsText("kind")).containsExactly(kinds);
        assertThat(timeline.findValuesAsText("at").stream().map(Instant::parse)).isSorted();
        assertThat(timeline.findValuesAsText("text"))
                .allMatch(text -> RUSSIAN.matcher(text).matches());
        assertThat(timeline.toString()).doesNotContain("Сидоров", "Мария");
        assertThat(NO_DIGITS.matcher(timeline.toString()).replaceAll("")).doesNotContain("9140001122");
    }

    /** Nothing is left to be done: no task, no process, nothing that has failed. */
    void ends(String outcome) {
        assertThat(story.closed().get("outcome").asText()).isEqualTo(outcome);
        List<String> keys = new ArrayList<>(List.of(story.number()));
        story.view().get("inquiries").forEach(leg -> keys.add(leg.get("id").asText()));
        for (String key : keys) {
            House.eventually(
                    "nothing waits for " + key,
                    () -> house.administrator()
                            .get("/engine-rest/process-instance?businessKey=" + key)
                            .size(),
                    waiting -> waiting == 0);
        }
    }
}
