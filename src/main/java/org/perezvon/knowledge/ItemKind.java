package org.perezvon.knowledge;

/** What an item of the information base is (I-2, T-4, T-6). */
public enum ItemKind {
    TEMPLATE("Шаблон ответа"),
    LEGAL_ACT("Выдержка из правового акта"),
    DOCUMENT("Документ"),
    LETTER("Письмо"),
    CLARIFICATION("Разъяснение"),
    REFERENCE("Справочные сведения"),
    SCRIPT("Сценарий разговора");

    private final String title;

    ItemKind(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }
}
