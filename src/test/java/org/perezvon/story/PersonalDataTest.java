package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A citizen's name and telephone are where they must be (I-8, 152-FZ) and nowhere else. */
@WholeHouse
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {

    private static final String FAMILY = "Приватнова-Тайная";
    private static final List<String> SECRETS =
            List.of(FAMILY, "9147778899", "777-88-99", "777 88 99", "Моя соседка знает", "Шепнула оператору");

    private static final String COLUMNS = """
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name like 'act\\_%'
              and data_type in ('text', 'character varying', 'character', 'bytea')
            """;

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void neither_the_engine_nor_the_log_ever_learns_who_called(CapturedOutput log) {
        clock.moveTo(Instant.parse("2026-11-17T03:00:00Z")); // 11:00 in Irkutsk: people may be called
        house.operator().tryPost("/api/questions", Map.of("caller", caller("12"), "text", "Моя соседка знает"));
        house.operator().tryPost("/api/questions", Map.of("caller", FAMILY));
        Map<String, Object> call = House.call(agencies.one(), agencies.one());
        call.put("caller", caller("+7 914 777-88-99"));
        call.put("text", "Моя соседка знает, когда назначат пособие. А я нет.");
        Story story = house.register(call);
        house.send(AgencyMail.bounce(story.letter(2), story.responsible(2)));
        house.supervisor()
                .post(
                        "/api/tasks/"
                                + story.task(2, "userTask_correctAddress")
                                        .get("id")
                                        .asText() + "/inquiry-decision",
                        Map.of("tryAgain", false));
        story.agencyAnswers(1, "Передайте заявительнице: пособие назначено.");
        story.callBack(Map.of("outcome", "NO_ANSWER", "note", "Шепнула оператору"));
        clock.forward(Duration.ofMinutes(61));
        story.callBack(Map.of("outcome", "REACHED", "note", "Шепнула оператору"));
        story.closed();

        assertThat(SECRETS.stream().flatMap(this::columnsOfTheEngineThatHold)).isEmpty();
        assertThat(log.getAll()).contains("Question " + story.number() + " registered");
        assertThat(log.getAll()).doesNotContain(SECRETS);
        assertThat(columnsOfTheEngineThatHold(story.number()))
                .as("the search finds what is there")
                .isNotEmpty();
    }

    private static Map<String, String> caller(String phone) {
        return Map.of("name", FAMILY + " Пелагея", "phone", phone);
    }

    private Stream<String> columnsOfTheEngineThatHold(String secret) {
        List<String> found = new ArrayList<>();
        jdbc.sql(COLUMNS).query(row -> {
            String table = row.getString("table_name");
            String column = row.getString("column_name");
            String held = row.getString("data_type").equals("bytea")
                    ? "position(convert_to(:secret, 'UTF8') in " + column + ") > 0"
                    : "position(:secret in " + column + ") > 0";
            if (jdbc.sql("select exists (select 1 from public." + table + " where " + held + ")")
                    .param("secret", secret)
                    .query(Boolean.class)
                    .single()) {
                found.add(table + "." + column + ": " + secret);
            }
        });
        return found.stream();
    }
}
