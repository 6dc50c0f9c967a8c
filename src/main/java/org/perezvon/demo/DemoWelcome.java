package org.perezvon.demo;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo where to go and how to log in. */
@Component
@Profile(DemoActivation.PROFILE)
class DemoWelcome {

    private static final Logger log = LoggerFactory.getLogger(DemoWelcome.class);

    private final DemoPasswords passwords;
    private final DemoProperties properties;
    private final Environment environment;

    DemoWelcome(DemoPasswords passwords, DemoProperties properties, Environment environment) {
        this.passwords = passwords;
        this.properties = properties;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
        List<String> lines = new ArrayList<>();
        lines.add("Перезвон готов (пробный запуск), %.1f с"
                .formatted(event.getTimeTaken().toMillis() / 1000.0));
        lines.add("");
        lines.add("Рабочее место   " + address + "/");
        lines.add("Календари       " + address + "/calendars");
        lines.add("Почта           " + address + "/mail");
        lines.add("Обращения       " + address + "/questions");
        lines.add("Инф. база       " + address + "/knowledge");
        lines.add("Нарушения       " + address + "/violations");
        if (environment.getProperty(DemoActivation.EMBEDDED_MAIL, Boolean.class, false)) {
            lines.add("Ящики ведомств  " + address + "/demo/mailboxes");
        }
        lines.add("");
        lines.add("%-15s %-16s %s".formatted("Имя", "Пароль", "Кто это"));
        for (DemoStaff.Person person : DemoStaff.Person.values()) {
            lines.add("%-15s %-16s %s".formatted(person.user(), passwords.of(person.user()), person.title()));
        }
        if (environment.getProperty(DemoActivation.EMBEDDED_MAIL, Boolean.class, false)) {
            lines.add("");
            lines.add("Почта: 127.0.0.1, SMTP %d, IMAP %d, без шифрования"
                    .formatted(properties.smtpPort(), properties.imapPort()));
            lines.add("Имя — адрес ящика, пароль любого ящика: " + passwords.of(DemoPasswords.MAILBOXES));
        }
        lines.add("");
        lines.add("Данные лежат в каталоге " + properties.dataDirectory() + "; остановить: Ctrl+C");
        log.info("\n{}", framed(lines));
    }

    static String framed(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String bar = "─".repeat(width + 2);
        StringBuilder frame = new StringBuilder("┌").append(bar).append("┐\n");
        for (String line : lines) {
            frame.append("│ ")
                    .append(line)
                    .append(" ".repeat(width - line.length()))
                    .append(" │\n");
        }
        return frame.append("└").append(bar).append("┘").toString();
    }
}
