package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.Installation;
import org.perezvon.testing.Mails;
import org.perezvon.testing.Story;

/** The whole application is killed in the middle of two questions, again and again; each story goes on as if it had not. */
class CrashTest {

    /** From the moment the application answers again. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final String SOCIAL = "minsoc";
    private static final String HEALTH = "minzdrav";

    @Test
    void nothing_is_lost_and_nothing_happens_twice_however_often_the_application_is_killed(@TempDir Path directory) {
        try (Installation installation = new Installation(directory)) {
            House house = installation.start();
            String sent = house.ask(SOCIAL).number();
            String mailbox = house.story(sent).responsible(1);
            house.story(sent).letter(1);

            // A question has been registered and its letter may or may not have left.
            String registered = house.ask(HEALTH).number();
            installation.kill();
            house = installation.start();
            Instant up = Instant.now();
            Story first = house.story(sent);
            Story second = house.story(registered);
            second.letter(1);
            assertThat(Duration.between(up, Instant.now()))
                    .as("the letter leaves")
                    .isLessThan(SOON);
            assertThat(first.letters(1)).hasSize(1);
            assertThat(second.letters(1).stream().map(Mails::messageId).distinct())
                    .hasSize(1);

            // An answer is on record and its process is just moving on.
            first.agencyAnswers(1, "Ответ соцзащиты.");
            first.inquiryInState(1, "ANSWERED");
            installation.kill();
            house = installation.start();
            up = Instant.now();
            first = house.story(sent);
            first.callBackTask();
            assertThat(Duration.between(up, Instant.now())).as("the call-back").isLessThan(SOON);

            // An answer lies in our mailbox and nobody has fetched it.
            second = house.story(registered);
            house.send(AgencyMail.reply(second.letter(1), second.responsible(1), "Ответ поликлиники."));
            installation.kill();
            house = installation.start();
            up = Instant.now();
            second = house.story(registered);
            second.callBackTask();
            assertThat(Duration.between(up, Instant.now()))
                    .as("the answer is read")
                    .isLessThan(SOON);

            // An operator has just written down a call.
            first = house.story(sent);
            first.callBack(Map.of("outcome", "REACHED"));
            installation.kill();
            house = installation.start();
            first = house.story(sent);
            second = house.story(registered);
            assertThat(first.closed().get("callBacks")).hasSize(1);
            assertThat(first.callBackWaits()).isFalse();
            second.callBack(Map.of("outcome", "REACHED"));
            second.closed();

            for (Story story : List.of(first, second)) {
                assertThat(story.replies(1)).hasSize(1);
                assertThat(story.letters(1).stream().map(Mails::messageId).distinct())
                        .hasSize(1);
                assertThat(story.view().get("callBacks")).hasSize(1);
            }
            assertThat(first.replies(1).get(0).get("text").asText()).isEqualTo("Ответ соцзащиты.");
            assertThat(second.replies(1).get(0).get("text").asText()).isEqualTo("Ответ поликлиники.");
            assertThat(house.post().mailbox(mailbox)).hasSize(1);
            assertThat(house.administrator().get("/engine-rest/task")).isEmpty();
            assertThat(house.administrator().get("/engine-rest/incident")).isEmpty();
            assertThat(house.administrator().get("/engine-rest/process-instance"))
                    .isEmpty();
        }
    }
}
