package org.perezvon.console;

import java.io.PrintWriter;

/** A command whose answer is there as a whole, or not at all. */
interface AnsweredAtOnce extends Command {

    /**
     * @return the whole answer, with the end of its last line
     * @throws WrongInput saying what is wrong with what was typed
     */
    String answer(Typed typed);

    @Override
    default int answer(Typed typed, PrintWriter out) {
        out.print(answer(typed));
        return Replies.ANSWERED;
    }
}
