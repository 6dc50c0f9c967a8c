package org.perezvon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.worktime.Terms;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"help", "-h", "--help"})
    void whoever_asks_for_help_hears_of_every_command(String call) {
        Said said = Said.to(call);

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Команды:").contains(Commands.NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help deadline", "deadline --help", "deadline -h", "deadline --term x --help"})
    void whoever_asks_how_to_ask_for_a_deadline_hears_of_every_term(String call) {
        String said = Said.toLine(call).out();

        assertThat(said).contains("--received", "--hours-on", "Примеры:");
        Terms.shipped().all().forEach(term -> assertThat(said)
                .contains(term.name() + "\n  " + term.clause() + ": " + term.event()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_works_as_it_is_written(String example) {
        Said said = Said.toLine(example);

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void help_holds_no_english() {
        for (String name : Commands.NAMES) {
            assertThat(Said.to("help", name).out())
                    .doesNotContain("Usage", "Options", "Commands", "OPTIONS", "COMMAND");
        }
    }

    @Test
    void a_shell_may_complete_the_name_of_every_term() {
        assertThat(Picocli.lineOf(new DeadlineCommand())
                        .getCommandSpec()
                        .findOption("--term")
                        .completionCandidates())
                .containsExactlyElementsOf(Terms.shipped().names());
    }

    @Test
    void a_version_is_told() {
        assertThat(Said.to("--version").out()).isEqualTo("Perezvon (проба)\n");
    }

    /** Those that need no file of their own. */
    private static Stream<String> examples() {
        return Commands.NAMES.stream()
                .filter(name -> !name.equals("read"))
                .map(Commands::named)
                .map(Command::examples)
                .flatMap(List::stream);
    }
}
