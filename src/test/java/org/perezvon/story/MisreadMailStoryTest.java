package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Misreadings;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.Staff;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/** Somebody sees that a mail was read wrongly, says what it is, and whoever mends the rules takes it along. */
@WholeHouse
class MisreadMailStoryTest {

    private static final String ZIP = "/api/mail-room/misreadings.zip";

    @Autowired
    House house;

    @Autowired
    Inbox inbox;

    @Autowired
    Misreadings misreadings;

    @AfterEach
    void no_case_is_left_to_others() {
        misreadings.latest(100).forEach(one -> misreadings.forget(one.mailId()));
    }

    @Test
    void what_an_operator_says_of_a_mail_is_a_case_with_the_mail_as_it_came() throws IOException {
        JsonNode mail = mailOnDesk("misread-1@shop.example");
        long id = mail.get("id").asLong();
        MailKind readAs = MailKind.valueOf(mail.get("kind").asText());

        house.operator()
                .post(
                        correcting(mail),
                        Map.of("kind", "EXTENSION", "text", "Ответим позже:\nждём \"архив\"\n", "note", "просят срок"));

        JsonNode listed = listed();
        assertThat(listed.get("number").asInt()).isEqualTo(1);
        assertThat(listed.at("/mails/0/mailId").asLong()).isEqualTo(id);
        assertThat(listed.at("/mails/0/from").asText()).isEqualTo("misread-1@shop.example");
        assertThat(listed.at("/mails/0/readAs").asText()).isEqualTo(readAs.name());
        assertThat(listed.at("/mails/0/kind").asText()).isEqualTo("EXTENSION");
        assertThat(listed.at("/mails/0/reportedBy").asText()).isEqualTo(Staff.OPERATOR);
        assertThat(mail(id).get("kind").asText())
                .as("what is done with the mail")
                .isEqualTo(readAs.name());
        Map<String, byte[]> files = exported();
        assertThat(files).containsOnlyKeys("mail-" + id + ".eml", "mail-" + id + ".yml");
        assertThat(files.get("mail-" + id + ".eml"))
                .isEqualTo(inbox.original(id).orElseThrow());
        Map<String, Object> expected =
                new Yaml().load(new String(files.get("mail-" + id + ".yml"), StandardCharsets.UTF_8));
        assertThat(expected)
                .containsEntry("lesson", "просят срок")
                .containsEntry("kind", "EXTENSION")
                .containsEntry("text", "Ответим позже:\nждём \"архив\"");
    }

    @Test
    void the_last_word_about_a_mail_counts() {
        JsonNode mail = mailOnDesk("misread-2@shop.example");
        house.operator().post(correcting(mail), Map.of("kind", "REFUSAL"));

        house.supervisor().post(correcting(mail), Map.of("kind", "ANSWER", "text", " "));

        assertThat(misreadings.latest(10)).singleElement().satisfies(said -> {
            assertThat(said.kind()).isEqualTo(MailKind.ANSWER);
            assertThat(said.text()).as("left open").isNull();
            assertThat(said.reportedBy()).isEqualTo(Staff.SUPERVISOR);
        });
    }

    @Test
    void only_an_administrator_sees_takes_along_and_puts_away_what_was_said() {
        JsonNode mail = mailOnDesk("misread-3@shop.example");
        house.operator().post(correcting(mail), Map.of("kind", "OTHER"));

        assertThat(house.operator().tryGet("/api/mail-room/misreadings").statusCode())
                .isEqualTo(403);
        assertThat(house.supervisor().tryGet(ZIP).statusCode()).isEqualTo(403);
        assertThat(misreadings.forget(mail.get("id").asLong())).isTrue();
        assertThat(listed().get("number").asInt()).isZero();
        assertThat(misreadings.forget(mail.get("id").asLong())).isFalse();
    }

    @Test
    void a_correction_of_no_mail_or_without_a_kind_is_refused_in_russian() {
        JsonNode mail = mailOnDesk("misread-4@shop.example");

        HttpResponse<String> none =
                house.operator().tryPost("/api/mails/999999999/misreading", Map.of("kind", "OTHER"));
        HttpResponse<String> unsaid = house.operator().tryPost(correcting(mail), Map.of("text", "a"));

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("Нет такого письма");
        assertThat(unsaid.statusCode()).isBetween(400, 422);
        assertThat(unsaid.body()).contains("Выберите, что это за письмо");
        assertThat(misreadings.number()).isZero();
    }

    private JsonNode mailOnDesk(String sender) {
        house.send(AgencyMail.unasked(sender, "Скидки", "Бумага дёшево."));
        return house.mailOnDesk(sender);
    }

    private JsonNode mail(long id) {
        return house.operator().get("/api/mails/" + id);
    }

    private static String correcting(JsonNode mail) {
        return mail.get("original").asText().replace("/original", "/misreading");
    }

    private JsonNode listed() {
        return house.administrator().get("/api/mail-room/misreadings");
    }

    private Map<String, byte[]> exported() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(house.administrator().bytes(ZIP)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
