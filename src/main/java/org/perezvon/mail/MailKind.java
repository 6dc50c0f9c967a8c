package org.perezvon.mail;

/** What a mail is. Only an {@link #ANSWER} stops the clock. */
public enum MailKind {
    ANSWER("Ответ", false),
    EXTENSION("Похоже, орган власти просит продлить срок", true),
    REFUSAL("Похоже, орган власти отказывается отвечать или называет другой орган", true),
    CLARIFICATION("Похоже, орган власти просит уточнить вопрос", true),
    ACKNOWLEDGEMENT("Уведомление о регистрации", false),
    AUTO_REPLY("Автоматический ответ", false),
    BOUNCE("Письмо не доставлено", false),
    DELAY("Доставка письма задерживается", false),
    RECEIPT("Уведомление о доставке или прочтении", false),
    KNOWLEDGE_UPDATE("Похоже, прислали сведения для информационной базы", true),
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
