package org.perezvon.console;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Tells picocli what may be typed. By its programmatic interface and with a factory of our own: annotations and its own
 * factory cost half a start, the latter because it looks for Groovy in every jar.
 */
final class Picocli {

    private static final IFactory BY_CONSTRUCTOR = new IFactory() {
        @Override
        public <K> K create(Class<K> type) throws ReflectiveOperationException {
            return type.getDeclaredConstructor().newInstance();
        }
    };

    private Picocli() {}

    static CommandLine lineOf(Command command) {
        CommandSpec spec = spec(command.name());
        for (ArgSpec option : command.options()) {
            spec.add(option);
        }
        return line(spec);
    }

    /** The program itself, before any command. */
    static CommandLine whole() {
        CommandSpec spec = spec("perezvon");
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(boolean.class)
                .description("Показать версию программы.")
                .build());
        return line(spec);
    }

    private static CommandSpec spec(String name) {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(name, BY_CONSTRUCTOR).name(name);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Показать эту справку.")
                .build());
        return spec;
    }

    private static CommandLine line(CommandSpec spec) {
        return new CommandLine(spec, BY_CONSTRUCTOR).setExpandAtFiles(false);
    }
}
