package org.perezvon.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a file with items: of the plain form, or of the annex to the rules of Kazakhstan (K-21). */
enum ImportColumn {
    AGENCY("agency", "Орган", "орган", "код органа", "орган власти", "владелец"),
    TITLE("title", "Заголовок", "заголовок", "вопрос", "название"),
    ANSWER("answer", "Ответ", "ответ", "текст", "содержание"),
    SOURCE("source", "Источник", "источник", "основание", "правовой акт"),
    VALID_FROM("validFrom", "Действует с", "действует с", "начало действия"),
    VALID_UNTIL("validUntil", "Действует до", "действует до", "срок действия", "окончание действия"),
    TOPICS("topics", "Темы", "темы", "тема", "ключевые слова"),
    KIND("kind", "Вид", "вид", "вид записи"),

    ANNEX_ORDER("title", "№ п/п", "№ пп", "пп"),
    ANNEX_NUMBER(
            "title",
            "№ государственной услуги в реестре",
            "№ государственной услуги в реестре",
            "номер в реестре",
            "№ в реестре"),
    ANNEX_REGULATION(
            "source",
            "Регламент государственной услуги",
            "регламент государственной услуги",
            "регламент государственной услуги с указанием его реквизитов",
            "регламент"),
    ANNEX_CHANGES(
            "answer", "Изменения нормативных правовых актов", "изменения нормативных правовых актов", "изменения"),
    ANNEX_SITE(
            "answer",
            "Интернет-ресурс",
            "интернетресурс",
            "интернетресурс на котором размещена информация о государственной услуге"),
    ANNEX_PERSON(
            "answer",
            "Ф.И.О. ответственного исполнителя",
            "фио ответственного исполнителя",
            "ответственный исполнитель"),
    ANNEX_DATE("validFrom", "Дата", "дата");

    private final String field;
    private final String title;
    private final List<String> headings;

    ImportColumn(String field, String title, String... headings) {
        this.field = field;
        this.title = title;
        this.headings = List.of(headings);
    }

    /** Of the edition, as faults name it. */
    String field() {
        return field;
    }

    String title() {
        return title;
    }

    boolean isOfAnnex() {
        return name().startsWith("ANNEX_");
    }

    /** Whatever people made of case, dots, brackets and spaces. */
    static Optional<ImportColumn> headed(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[^\\p{L}\\p{N}№\\s]", "")
                .replaceAll("\\s+", " ")
                .strip();
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }
}
