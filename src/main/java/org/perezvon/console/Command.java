package org.perezvon.console;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** One kind of question an administrator may ask. */
interface Command {

    String name();

    /** One Russian sentence for the list of commands. */
    String purpose();

    List<ArgSpec> options();

    /** Whole commands that work as written. */
    List<String> examples();

    /**
     * @return the whole answer, with the end of its last line
     * @throws WrongInput saying what is wrong with what was typed
     */
    String answer(Typed typed);
}
