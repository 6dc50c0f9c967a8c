package org.perezvon.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row of the directory tells, as people read it: in its file, in its history. */
enum Column {
    CODE("код", "code"),
    NAME("название", "name"),
    SHORT_NAME("короткое название", "shortName"),
    KIND("вид", "kind"),
    PARENT("вышестоящий орган", "parent"),
    REGION("регион", "region"),
    PHONE("телефон", "phone"),
    HEAD("руководитель", "head.name"),
    HEAD_EMAIL("почта руководителя", "head.email"),
    ZONE("часовой пояс", "zone"),
    CALENDARS("календари", "calendars"),
    OPENS("начало работы", "opens"),
    CLOSES("конец работы", "closes"),
    LUNCH("обед", "lunch"),
    DAYS("другие дни", "days"),
    JURISDICTION("правила сроков", "jurisdiction"),
    TOPICS("темы", "topics"),
    RESPONSIBLE("ответственное лицо", "responsible.name"),
    RESPONSIBLE_EMAIL("почта ответственного лица", "responsible.email"),
    RESPONSIBLE_PHONE("телефон ответственного лица", "responsible.phone"),
    FURTHER_EMAIL("второй адрес", "furtherEmail"),
    DEPUTIES("заместители", "deputies"),
    SENDERS("проверка отправителя", "senders"),
    AGREEMENTS("соглашения", "agreements"),
    ABSENCES("отсутствия", "absences");

    private final String title;
    private final String field;

    /** @param field what the same is called where one agency is entered */
    Column(String title, String field) {
        this.title = title;
        this.field = field;
    }

    String title() {
        return title;
    }

    static Optional<Column> titled(String title) {
        String wanted = title.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.title.equals(wanted))
                .findFirst();
    }

    /** The column in which a fault is seen that was found in a field of an entered agency. */
    static Column ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> field.equals(column.field) || field.startsWith(column.field + "."))
                .findFirst()
                .orElse(CODE);
    }
}
