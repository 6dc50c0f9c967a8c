package org.perezvon.console;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** One kind of question an administrator may ask. */
interface Command {

    String name();

    /** The words that follow the name, as the help shows them. */
    default String words() {
        return "[ПАРАМЕТРЫ]";
    }

    /** One Russian sentence for the list of commands. */
    String purpose();

    List<ArgSpec> options();

    /** Whole commands that work as written. */
    List<String> examples();

    /**
     * Says the answer with the end of its last line.
     *
     * @return the exit code
     * @throws WrongInput saying what is wrong with what was typed
     */
    int answer(Typed typed, PrintWriter out);
}
