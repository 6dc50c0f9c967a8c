package org.perezvon.mail.inbound;

/** What a letter is to us. Only an {@link #ANSWER} stops the clock. */
public enum MailKind {
    /** What we asked for; also whatever a person wrote that looks like nothing else. */
    ANSWER,
    /** More time is asked for (I-10.3); see {@link KindGuess#reason}. */
    EXTENSION,
    /** Not their competence, or sent on to somebody else. */
    REFUSAL,
    /** They ask us. */
    CLARIFICATION,
    /** "Зарегистрировано, вх. №": our letter arrived, nobody has answered yet. */
    ACKNOWLEDGEMENT,
    /** A program answered: out of office and the like. */
    AUTO_REPLY,
    /** Our letter did not reach them and will not. */
    BOUNCE,
    /** Our letter has not reached them yet; the server goes on trying. */
    DELAY,
    /** Our letter was delivered, or opened, or deleted unread. */
    RECEIPT,
    /** Something for the information base (I-4.1). */
    KNOWLEDGE_UPDATE,
    /** For a person to decide. */
    OTHER
}
