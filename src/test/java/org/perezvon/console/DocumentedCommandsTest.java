package org.perezvon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guides show commands that work as they are written. */
class DocumentedCommandsTest {

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^java -jar \\S*perezvon\\.jar ((?:deadline|calendar|terms|help)\\b[^|#>\n]*)");

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_in_the_guides_is_answered(String command) {
        Said said = Said.toLine(command);

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void both_guides_show_some() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(8);
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String guide : List.of("README.md", "docs/operations.md")) {
            COMMAND.matcher(Files.readString(Path.of(guide))).results().forEach(found -> commands.add(found.group(1)));
        }
        return commands;
    }
}
