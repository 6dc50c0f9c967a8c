package org.perezvon.mail.inbound;

/** What a sentence or a subject may say, as the sections of {@code mail/phrases.txt} name it. */
public enum Saying {
    /** An answer begins here, whatever else the letter says. */
    ANSWER("Это ответ по существу"),
    ATTACHED("Ответ во вложении"),
    ACKNOWLEDGEMENT("Письмо зарегистрировано, принято"),
    AUTO_REPLY("Человека нет, или пишет программа"),
    AUTO_REPLY_SUBJECT("Тема автоответа"),
    EXTENSION("Просят продлить срок"),
    /** With a later day an extension that nobody asks for. */
    PROMISE("Обещают ответить"),
    /** Nothing else is said by such a sentence. */
    GENERALITY("Как бывает вообще, а не об этом письме"),
    REASON("Причина, почему не успевают"),
    REFUSAL("Отказ или пересылка другому органу"),
    /** A refusal only where nothing else is said. */
    COMPETENCE("Чей это вопрос"),
    CLARIFICATION("Просят уточнить вопрос"),
    KNOWLEDGE_UPDATE("Сведения для информационной базы"),
    /** In a reply it is the answer. */
    NEWS("Новость, о которой не спрашивали"),
    KNOWLEDGE_UPDATE_SUBJECT("Тема письма для информационной базы"),
    OTHER("Ни одно из этого: реклама, поздравление"),
    GREETING("Обращение"),
    POLITENESS("Оборот, который ничего не отвечает"),
    BOUNCE_SUBJECT("Тема сообщения о недоставке"),
    BOUNCE("Сообщение о недоставке"),
    DELAY_SUBJECT("Тема сообщения о задержке"),
    DELAY("Сообщение о задержке"),
    RECEIPT_SUBJECT("Тема уведомления о прочтении"),
    RECEIPT("Уведомление о прочтении"),
    /** Behind it stands the number under which the agency has registered our letter. */
    INCOMING_NUMBER("Перед входящим номером"),
    /** Behind it stands the body that is competent, or has been sent our letter. */
    OTHER_BODY("Перед названием другого органа"),
    /** Behind it stands who is to be asked meanwhile. */
    DEPUTY("Перед именем замещающего"),
    /** Behind it stands the first day on which mail is read again. */
    BACK_ON("Перед днём возвращения");

    private final String inRussian;

    Saying(String inRussian) {
        this.inRussian = inRussian;
    }

    /** For people. */
    public String inRussian() {
        return inRussian;
    }
}
