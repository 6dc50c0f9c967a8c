package org.perezvon.console;

import java.util.ArrayList;
import picocli.CommandLine.Model.OptionSpec;

/** The two kinds of options there are; all take texts, which we understand ourselves and complain of in Russian. */
final class Options {

    private Options() {}

    static OptionSpec one(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec many(String label, String description, String name) {
        return OptionSpec.builder(name)
                .type(ArrayList.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description + " Можно повторять.")
                .build();
    }
}
