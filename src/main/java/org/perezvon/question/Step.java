package org.perezvon.question;

/** What a question does next, as the gateways of its diagram call it (I-11). */
enum Step {
    /** There is something to tell, and it is time. */
    CALL("call"),
    /** Other agencies are waited for, or somebody is calling already. */
    WAIT("wait"),
    /** An answer was sent back: its agency is asked again, on the same clock. */
    ASK_AGAIN("askAgain"),
    TOLD("told"),
    NOT_REACHED("notReached"),
    WITHDRAWN("withdrawn");

    private final String inDiagram;

    Step(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    String inDiagram() {
        return inDiagram;
    }
}
