package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Process owners change what agencies are told and when their clock begins, in tables, without a release. */
@WholeHouse
class LetterTablesStoryTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        clock.moveTo(at("2026-11-17T10:30"));
    }

    @AfterEach
    void everything_is_as_it_was() throws IOException {
        clock.release();
        deploy("inquiry-clock", Files.readString(Path.of("processes/inquiry-clock.dmn")));
    }

    @Test
    void where_the_table_says_so_the_clock_starts_anew_when_the_agency_has_its_answer() throws IOException {
        String table = Files.readString(Path.of("processes/inquiry-clock.dmn"));
        assertThat(deploy("inquiry-clock", table.replaceFirst(">\"идут\"<", ">\"начинаются заново\"<"))
                        .statusCode())
                .isEqualTo(200);
        Story story = house.ask(agencies.one());
        house.send(AgencyMail.reply(
                story.letter(1),
                story.responsible(1),
                "Просим уточнить, о каком ребёнке идёт речь: о первом или втором?"));
        JsonNode task = story.task(1, "userTask_clarify");
        clock.moveTo(at("2026-11-17T12:00"));

        house.operator()
                .post(
                        "/api/tasks/" + task.get("id").asText() + "/clarification",
                        Map.of("text", "Речь о первом ребёнке."));

        House.eventually("a later deadline", () -> minute(story.inquiry(1).get("due")), "2026-11-18T12:00"::equals);
        assertThat(story.inquiry(1).at("/termChanges/0/cause").asText()).isEqualTo("CLARIFICATION");
        assertThat(minute(story.inquiry(1).get("maximum"))).isEqualTo("2026-11-24T18:00");
        House.eventually(
                "fresh timers",
                () -> story.timers(1, "event_overdue"),
                timers -> timers.size() == 1
                        && timers.get(0).get("dueDate").asText().startsWith("2026-11-18T04:00"));
        story.agencyAnswers(1, "Пособие назначается со дня подачи заявления.");
        story.callBackTask();
    }

    @Test
    void where_the_table_says_so_the_clock_starts_anew_when_the_deputy_has_the_request() throws IOException {
        String table = Files.readString(Path.of("processes/inquiry-clock.dmn"));
        int deputies = table.lastIndexOf("запрос отправлен заместителю");
        assertThat(deploy(
                                "inquiry-clock",
                                table.substring(0, deputies)
                                        + table.substring(deputies)
                                                .replaceFirst(">\"идут\"<", ">\"начинаются заново\"<"))
                        .statusCode())
                .isEqualTo(200);
        String agency = agencies.one();
        String deputy = "petrova@" + agency + ".example";
        Story story = house.ask(agency);
        house.send(AgencyMail.outOfOffice(
                story.letter(1),
                story.responsible(1),
                "Я в отпуске до 30 ноября 2026 года. Меня замещает Петрова Ольга, " + deputy));
        JsonNode task = story.task(1, "userTask_confirmDeputy");
        clock.moveTo(at("2026-11-17T12:00"));

        house.operator()
                .post(
                        "/api/tasks/" + task.get("id").asText() + "/deputy",
                        Map.of(
                                "confirmed",
                                true,
                                "name",
                                "Петрова Ольга",
                                "email",
                                deputy,
                                "until",
                                "2026-11-30T09:00:00+08:00"));

        House.eventually("a later deadline", () -> minute(story.inquiry(1).get("due")), "2026-11-18T12:00"::equals);
        assertThat(story.inquiry(1).at("/termChanges/0/cause").asText()).isEqualTo("DEPUTY");
        assertThat(house.operator()
                        .get("/api/inquiries/" + story.inquiryId(1) + "/timeline")
                        .toString())
                .contains("Срок ответа идёт заново: запрос получил заместитель");
        story.agencyAnswers(1, "Пособие назначается со дня подачи заявления.");
        story.callBackTask();
    }

    @Test
    void a_table_that_nobody_could_follow_is_refused_in_russian() throws IOException {
        String clocks = Files.readString(Path.of("processes/inquiry-clock.dmn"));
        String extensions = Files.readString(Path.of("processes/inquiry-extension.dmn"));

        HttpResponse<String> noClock = deploy("inquiry-clock", clocks.replaceFirst(">\"идут\"<", ">\"стоят\"<"));
        HttpResponse<String> noDay = deploy(
                "inquiry-extension",
                extensions.replaceFirst(">\"продлить\"<(?s)(.*?)>\"названный день\"<", ">\"продлить\"<$1>\"нет\"<"));
        HttpResponse<String> noWords =
                deploy("inquiry-extension", extensions.replaceFirst(">\"Срок ответа уже наибольший[^<]*<", ">null<"));

        assertThat(List.of(noClock.statusCode(), noDay.statusCode(), noWords.statusCode()))
                .containsOnly(400);
        assertThat(noClock.body()).contains("Строка 1").contains("часы: «идут» или «начинаются заново»");
        assertThat(noDay.body()).contains("день указывают тогда и только тогда, когда срок продлевается");
        assertThat(noWords.body()).contains("не заполнен столбец «Слова для письма»");
    }

    private HttpResponse<String> deploy(String name, String table) {
        return Visitor.program(port, Staff.PROCESS_OWNER, Staff.PASSWORD).deploy(name + ".dmn", table);
    }

    private static String minute(JsonNode moment) {
        return LocalDateTime.ofInstant(Instant.parse(moment.asText()), IRKUTSK)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
