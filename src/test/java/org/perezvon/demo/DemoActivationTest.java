package org.perezvon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DemoActivationTest {

    @Test
    void with_nothing_configured_the_demo_is_on_and_brings_its_database() {
        StandardEnvironment environment = started(Map.of());
        assertThat(environment.matchesProfiles("demo")).isTrue();
        assertThat(environment.getProperty(DemoActivation.EMBEDDED_DATABASE)).isEqualTo("true");
    }

    @Test
    void a_configured_database_or_mailbox_keeps_the_demo_away() {
        assertThat(started(Map.of("spring.datasource.url", "jdbc:postgresql://db/perezvon"))
                        .matchesProfiles("demo"))
                .isFalse();
        assertThat(started(Map.of("perezvon.mail.imap.host", "mail.example")).matchesProfiles("demo"))
                .isFalse();
    }

    @Test
    void a_setting_left_empty_is_not_a_setting() {
        assertThat(started(Map.of("spring.datasource.url", "", "perezvon.mail.imap.host", ""))
                        .matchesProfiles("demo"))
                .isTrue();
    }

    @Test
    void perezvon_demo_enabled_has_the_last_word_and_what_is_configured_is_used() {
        assertThat(started(Map.of("perezvon.demo.enabled", "false")).matchesProfiles("demo"))
                .isFalse();
        StandardEnvironment forced = started(
                Map.of("perezvon.demo.enabled", "true", "spring.datasource.url", "jdbc:postgresql://db/perezvon"));
        assertThat(forced.matchesProfiles("demo")).isTrue();
        assertThat(forced.getProperty(DemoActivation.EMBEDDED_DATABASE)).isEqualTo("false");
    }

    private static StandardEnvironment started(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        new DemoActivation().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
