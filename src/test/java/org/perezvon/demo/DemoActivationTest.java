package org.perezvon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DemoActivationTest {

    private final Path directory;

    DemoActivationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void with_nothing_configured_the_demo_is_on_and_brings_its_database() {
        StandardEnvironment environment = started(Map.of());
        assertThat(environment.matchesProfiles("demo")).isTrue();
        assertThat(environment.getProperty(DemoActivation.EMBEDDED_DATABASE)).isEqualTo("true");
    }

    @Test
    void with_nothing_configured_letters_go_to_the_embedded_mail_server_whatever_application_yaml_says()
            throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "application.yaml",
                        Map.of(
                                "perezvon.demo.data-directory", directory.toString(),
                                "perezvon.mail.smtp.port", "587",
                                "perezvon.mail.imap.poll-interval", "30s")));
        new DemoActivation().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("perezvon.mail.smtp.host")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("perezvon.mail.smtp.port"))
                .isEqualTo(environment.getProperty("perezvon.demo.smtp-port"));
        assertThat(environment.getProperty("perezvon.mail.imap.tls")).isEqualTo("none");
        assertThat(environment.getProperty("perezvon.mail.imap.poll-interval")).isEqualTo("1s");
        assertThat(environment.getProperty("perezvon.mail.address")).isEqualTo("vopros@ekc.example");
        assertThat(environment.getProperty("perezvon.mail.imap.username")).isEqualTo("vopros@ekc.example");
        Path passwords = directory.resolve("demo-users.properties");
        assertThat(passwords).content().contains(environment.getProperty("perezvon.mail.imap.password"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_taken_port_is_left_to_its_owner() throws Exception {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(LoopbackPort.usualOrFree(owner.getLocalPort())).isNotEqualTo(owner.getLocalPort());
        }
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

    private StandardEnvironment started(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "directory", Map.of("perezvon.demo.data-directory", directory.toString())));
        new DemoActivation().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
