package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Documents;
import org.perezvon.testing.House;
import org.perezvon.testing.RealScanner;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.perezvon.testing.WithRealScanner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that come with answers, from the agency's mail to the operator's eyes. */
@WholeHouse
@WithRealScanner
class MailFilesStoryTest {

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @LocalServerPort
    int port;

    @Test
    void an_answer_in_a_file_is_told_read_and_handed_out_after_it_was_scanned() {
        byte[] docx = Documents.docx("Пособие назначат 20 ноября, выплата через почту.");
        Story story = house.ask(agencies.one());

        house.send(AgencyMail.reply(story.letter(1), story.responsible(1), "Ответ во вложении.")
                .with("Ответ министерства.docx", docx));

        JsonNode reply = reply(story, file -> !file.get("preview").asText().isEmpty());
        JsonNode file = reply.at("/attachments/0");
        assertThat(reply.get("text").asText()).isEqualTo("Ответ во вложении.");
        assertThat(reply.get("answerInFile").asBoolean()).isTrue();
        assertThat(file.get("name").asText()).isEqualTo("Ответ министерства.docx");
        assertThat(file.get("preview").asText()).startsWith("Пособие назначат 20 ноября");
        assertThat(file.get("state").asText()).isEqualTo("CLEAN");
        assertThat(file.get("dangerous").asBoolean()).isFalse();
        HttpResponse<byte[]> handedOut = operator().bytes(file.get("href").asText());
        assertThat(handedOut.body()).isEqualTo(docx);
        assertThat(header(handedOut, "Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''");
        assertThat(header(handedOut, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(handedOut, "Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(house.operator().get("/api/mails/files?q=выплаты%20почта").findValuesAsText("name"))
                .contains("Ответ министерства.docx");
    }

    @Test
    void an_infected_file_and_the_mail_it_came_in_are_never_handed_out() {
        Story story = house.ask(agencies.one());

        house.send(AgencyMail.reply(story.letter(1), story.responsible(1), "Ответ прилагаю.")
                .with("ответ.pdf", RealScanner.harmless()));

        JsonNode reply = reply(story, file -> file.get("state").asText().equals("INFECTED"));
        JsonNode file = reply.at("/attachments/0");
        assertThat(file.get("words").asText()).startsWith("заражён, открыть нельзя (Harmless-Test");
        assertThat(file.get("href").isNull()).isTrue();
        String original = reply.get("original").asText();
        for (String path : new String[] {original, original.replace("original", "files/1")}) {
            HttpResponse<byte[]> refused = operator().bytes(path);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("заражён");
        }
        assertThat(operator()
                        .bytes(original.replace("original", "files/1/text"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_mail_is_shown_as_a_page_that_does_nothing() {
        Story story = house.ask(agencies.one());
        story.agencyAnswers(1, "Пособие назначат 20 ноября.");
        JsonNode reply = House.eventually("a reply", () -> story.replies(1), replies -> !replies.isEmpty())
                .get(0);

        HttpResponse<byte[]> page = operator().bytes(reply.get("page").asText());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Пособие назначат 20 ноября");
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy ->
                        assertThat(policy).contains("default-src 'none'", "sandbox", "frame-ancestors 'self'"));
        assertThat(Visitor.browser(port).bytes(reply.get("page").asText()).statusCode())
                .isEqualTo(401);
    }

    private static JsonNode reply(Story story, Predicate<JsonNode> file) {
        return House.eventually(
                        "a file of which all is known",
                        () -> story.replies(1),
                        replies -> !replies.at("/0/attachments/0").isMissingNode()
                                && file.test(replies.at("/0/attachments/0")))
                .get(0);
    }

    private Visitor operator() {
        return Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
