package org.perezvon.mail;

/** What a mail is. Only an {@link #ANSWER} stops the clock. */
public enum MailKind {
    /** What we asked for; also whatever a person wrote that looks like nothing else. */
    ANSWER("Ответ", false),
    /** More time is asked for (I-10.3). */
    EXTENSION("Похоже, орган власти просит продлить срок", true),
    /** Not their competence, or sent on to somebody else. */
    REFUSAL("Похоже, орган власти отказывается отвечать или называет другой орган", true),
    /** They ask us. */
    CLARIFICATION("Похоже, орган власти просит уточнить вопрос", true),
    /** «Зарегистрировано, вх. №»: our letter arrived, nobody has answered yet. */
    ACKNOWLEDGEMENT("Уведомление о регистрации", false),
    /** A program answered: out of office and the like. */
    AUTO_REPLY("Автоматический ответ", false),
    /** Our letter did not reach them and will not. */
    BOUNCE("Письмо не доставлено", false),
    /** Our letter has not reached them yet; the server goes on trying. */
    DELAY("Доставка письма задерживается", false),
    /** Our letter was delivered, or opened, or deleted unread. */
    RECEIPT("Уведомление о доставке или прочтении", false),
    /** Something for the information base (I-4.1). */
    KNOWLEDGE_UPDATE("Похоже, прислали сведения для информационной базы", true),
    /** For a person to decide. */
    OTHER("Непонятно, о чём это письмо", true);

    private final String inRussian;
    private final boolean needsPerson;

    MailKind(String inRussian, boolean needsPerson) {
        this.inRussian = inRussian;
        this.needsPerson = needsPerson;
    }

    /** For people, as the reason why they see it. */
    public String inRussian() {
        return inRussian;
    }

    /** Neither an answer nor a mere receipt: somebody should look. */
    public boolean needsPerson() {
        return needsPerson;
    }
}
