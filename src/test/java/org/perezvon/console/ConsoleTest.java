package org.perezvon.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.PerezvonApplication;

/** The console as a process of its own, in the poorest of locales. */
class ConsoleTest {

    @Test
    void an_answer_is_json_in_utf_8_and_nothing_of_the_server_is_loaded(@TempDir Path folder) throws Exception {
        Said said = run(
                folder, "deadline --term irkutsk-answer --received 2026-02-17T10:30 --day-off 2026-02-18=Сагаалган");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(new ObjectMapper().readTree(said.out()).get("derivation").toString())
                .contains("Среда 18 февраля 2026 года — нерабочий день органа: Сагаалган.");
        assertThat(Files.readAllLines(folder.resolve("classes")))
                .anyMatch(line -> line.contains("org.perezvon.worktime.Deadlines"))
                .noneMatch(line -> line.contains("org.springframework"))
                .noneMatch(line -> line.contains("com.fasterxml"))
                .noneMatch(line -> line.contains("org.slf4j"));
    }

    @Test
    void a_mail_is_read_by_plain_java(@TempDir Path folder) throws Exception {
        Said said = run(folder, "read src/test/resources/mail/owa-html-only-signature-block-and-reply-header.eml");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(new ObjectMapper().readTree(said.out()).get("kind").textValue())
                .isEqualTo("answer");
        assertThat(Files.readAllLines(folder.resolve("classes")))
                .anyMatch(line -> line.contains("org.perezvon.mail.inbound.ParsedMail"))
                .noneMatch(line -> line.contains("org.springframework"))
                .noneMatch(line -> line.contains("com.fasterxml"))
                .noneMatch(line -> line.contains("org.slf4j"));
    }

    @Test
    void a_complaint_leaves_the_answer_empty(@TempDir Path folder) throws Exception {
        Said said = run(folder, "deadline --term сроk");

        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("Срока «сроk» в таблице нет.");
        assertThat(said.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadline", "help", "deadlin", "-h", "--help", "-V", "--version"})
    void a_word_is_for_the_console(String word) {
        assertThat(Console.isAddressed(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=8081", "--debug", "--spring.profiles.active=x", "-x", ""})
    void a_setting_is_for_the_server(String setting) {
        assertThat(Console.isAddressed(setting)).isFalse();
        assertThat(Console.isAddressed(setting, "deadline")).isFalse();
    }

    @Test
    void no_word_at_all_starts_the_server() {
        assertThat(Console.isAddressed()).isFalse();
    }

    /** By a script, because this process may be in as poor a locale, and could not say the words. */
    private static Said run(Path folder, String words) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("script"),
                "exec '%s' '-Xlog:class+load:file=%s' -cp '%s' %s %s\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                folder.resolve("classes"),
                                System.getProperty("java.class.path"),
                                PerezvonApplication.class.getName(),
                                words));
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder process =
                new ProcessBuilder("sh", script.toString()).redirectOutput(out).redirectError(err);
        process.environment().put("LC_ALL", "C");
        process.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process running = process.start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(running.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
