package org.perezvon.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallBackTableRuleTest {

    private final CallBackTableRule rule = new CallBackTableRule();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call-back-attempts",
                "call-back-hours",
                "call-back-moment",
                "call-back-default",
                "call-back-offer",
                "caller-zone"
            })
    void the_tables_that_ship_can_be_followed(String table) throws IOException {
        assertThat(rule.concerns(table + ".dmn")).isTrue();
        assertThat(rule.objections(read(table).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** Table, what stands there, what somebody writes instead, what is told. */
    @ParameterizedTest
    @CsvSource({
        "call-back-attempts, \"20 мин\",       \"скоро\",         время пишут как",
        "call-back-attempts, \"сообщено\",     \"готово\",        что дальше",
        "call-back-hours,    \"21:00\",        \"8:00\",          Рабочее время",
        "call-back-hours,    \"9:00\",         \"утром\",         часы пишут как",
        "call-back-moment,   >true<,           >1<,               true или false",
        "call-back-default,  >\"ALL\"<,        >\"SOME\"<,        когда перезвонить",
        "call-back-offer,    \"15 мин\",       \"15\",            время пишут как",
        "caller-zone,        Asia/Omsk,        Asia/Omskk,        нет часового пояса"
    })
    void a_row_that_cannot_be_followed_never_comes_into_force(String table, String there, String instead, String told)
            throws IOException {
        String xml = read(table);
        String changed = there.startsWith(">") ? xml.replace(there, instead) : lastReplaced(xml, there, instead);
        assertThat(changed).isNotEqualTo(xml);
        assertThat(rule.objections(changed.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty()
                .allMatch(objection -> objection.contains(told));
    }

    private static String lastReplaced(String xml, String there, String instead) {
        int at = xml.lastIndexOf(there);
        return xml.substring(0, at) + instead + xml.substring(at + there.length());
    }

    private static String read(String table) throws IOException {
        return Files.readString(Path.of("processes", table + ".dmn"));
    }
}
