package org.perezvon.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The options of a command as somebody typed them, each a text still to be understood. */
record Typed(ParseResult parsed) {

    /** Absent: the option was not given. */
    @Nullable
    String word(String option) {
        return parsed.matchedOptionValue(option, null);
    }

    String word(String option, String otherwise) {
        return parsed.matchedOptionValue(option, otherwise);
    }

    /** Every value of an option that may be repeated. */
    List<String> words(String option) {
        return parsed.matchedOptionValue(option, List.of());
    }

    /** The first word that is no option. */
    Optional<String> topic() {
        return Optional.ofNullable(parsed.matchedPositionalValue(0, null));
    }

    /** Every word that is no option. */
    List<String> topics() {
        return parsed.matchedPositionalValue(0, List.of());
    }

    /** Whether an option without a value was given. */
    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /** @throws WrongInput when the answer is wanted in a form there is not; the first one is the usual */
    String format(List<String> known) {
        String format = word("--format", known.get(0));
        if (!known.contains(format)) {
            throw new WrongInput("Вида ответа «" + format + "» нет; в --format пишут " + String.join(" или ", known));
        }
        return format;
    }
}
