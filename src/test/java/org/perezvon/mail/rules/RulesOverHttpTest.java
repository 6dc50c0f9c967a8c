package org.perezvon.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.inbound.HeldRules;
import org.perezvon.mail.inbound.OwnRule;
import org.perezvon.mail.inbound.Saying;
import org.perezvon.testing.House;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules of reading as an administrator changes them. */
@WholeHouse
class RulesOverHttpTest {

    private static final String RULES = "/api/mail-room/rules";

    @Autowired
    House house;

    @Autowired
    HeldRules held;

    @Autowired
    RuleBook book;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void no_rule_of_ours_is_left() {
        List<Long> holding = book.history(500).stream()
                .filter(RuleStore.Kept::holds)
                .map(RuleStore.Kept::id)
                .toList();
        book.change(List.of(), holding, true, "test");
    }

    @Test
    void a_rule_that_harms_no_example_holds_at_once_and_says_who_added_it() {
        JsonNode outcome =
                change(Map.of("add", List.of(rule("ACKNOWLEDGEMENT", "картотечный учёт", "minsoc.example"))));

        assertThat(outcome.get("version").asLong()).isPositive();
        assertThat(outcome.get("worse").asBoolean()).isFalse();
        assertThat(held.now().own())
                .containsExactly(new OwnRule(Saying.ACKNOWLEDGEMENT, "картотечный учёт", "minsoc.example"));
        JsonNode shown = house.administrator().get(RULES).at("/rules/0");
        assertThat(shown.at("/rule/words").asText()).isEqualTo("картотечный учёт");
        assertThat(shown.get("sinceBy").asText()).isNotBlank();
        assertThat(shown.get("until").isNull()).isTrue();
    }

    @Test
    void a_rule_that_harms_an_example_is_refused_with_the_examples_unless_it_is_wanted_all_the_same() {
        Map<String, Object> harmful = Map.of("add", List.of(rule("REFUSAL", "мфц", "")));

        JsonNode refused = change(harmful);

        assertThat(refused.get("version").asLong()).isZero();
        assertThat(refused.get("differences").findValuesAsText("after")).contains(MailKind.REFUSAL.inRussian());
        assertThat(held.now().own()).isEmpty();

        JsonNode insisted = change(Map.of("add", List.of(rule("REFUSAL", "мфц", "")), "despite", true));

        assertThat(insisted.get("version").asLong()).isPositive();
        assertThat(held.now().own()).hasSize(1);
    }

    @Test
    void a_trial_changes_nothing() {
        JsonNode report =
                house.administrator().post(RULES + "/trial", Map.of("add", List.of(rule("REFUSAL", "мфц", ""))));

        assertThat(report.get("worse").asBoolean()).isTrue();
        assertThat(held.now().own()).isEmpty();
    }

    @Test
    void a_rule_that_was_taken_back_is_kept_with_who_and_when() {
        change(Map.of("add", List.of(rule("REASON", "картотека переезжает", ""))));
        long id = house.administrator().get(RULES).at("/rules/0/id").asLong();

        change(Map.of("takeBack", List.of(id)));

        assertThat(held.now().own()).isEmpty();
        assertThat(book.history(500)).anySatisfy(kept -> {
            assertThat(kept.id()).isEqualTo(id);
            assertThat(kept.untilBy()).isNotNull();
        });
    }

    @Test
    void another_node_reads_by_the_new_rules_soon() {
        held.now();
        jdbc.sql("""
                        with v as (insert into perezvon.reading_rules_version (changed_at, changed_by, outcome)
                                   values (now(), 'another node', '') returning version)
                        insert into perezvon.reading_rule (saying, words, sender, since_version)
                        select 'REASON', 'картотека переезжает', '', version from v
                        """).update();

        House.eventually("the rule of the other node", () -> held.now().own(), rules -> rules.size() == 1);
    }

    @Test
    void what_is_no_rule_is_refused_in_words() {
        var refused = house.administrator().tryPost(RULES, Map.of("add", List.of(rule("REFUSAL", "- мфц", ""))));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("чего не должно быть");
    }

    @Test
    void operators_do_not_change_rules() {
        var refused = house.operator().tryPost(RULES, Map.of("add", List.of()));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private JsonNode change(Map<String, Object> change) {
        return house.administrator().post(RULES, change);
    }

    private static Map<String, Object> rule(String saying, String words, String sender) {
        return Map.of("saying", saying, "words", words, "sender", sender);
    }
}
