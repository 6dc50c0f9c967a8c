package org.perezvon.console;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Explains the commands. */
final class HelpCommand implements AnsweredAtOnce {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String purpose() {
        return "Рассказать о командах или об одной из них.";
    }

    @Override
    public List<String> examples() {
        return List.of("help deadline");
    }

    @Override
    public List<ArgSpec> options() {
        return List.of(PositionalParamSpec.builder()
                .type(String.class)
                .arity("0..1")
                .paramLabel("КОМАНДА")
                .description("О какой: " + String.join(", ", Commands.NAMES) + ".")
                .build());
    }

    @Override
    public String answer(Typed typed) {
        return typed.topic().map(topic -> Usage.of(Commands.named(topic))).orElseGet(Usage::ofAll);
    }
}
