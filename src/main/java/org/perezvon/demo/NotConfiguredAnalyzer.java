package org.perezvon.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Says what to set when the installed application was told of no database or no mail server. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotConfiguredAnalyzer implements FailureAnalyzer {

    /** Boot's own exception for this is not public. */
    private static final String NO_DRIVER = "DataSourceBeanCreationException";

    private static final List<String> REQUIRED = List.of(
            "spring.datasource.url",
            "perezvon.mail.address",
            "perezvon.mail.imap.host",
            "perezvon.mail.imap.username",
            "perezvon.mail.imap.password",
            "perezvon.mail.smtp.host");

    private final Environment environment;

    NotConfiguredAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        List<String> missing = REQUIRED.stream()
                .filter(property -> !StringUtils.hasText(environment.getProperty(property)))
                .toList();
        return !missing.isEmpty() && isOurs(failure) ? analysis(missing, failure) : null;
    }

    private static boolean isOurs(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals(NO_DRIVER)
                    || (cause instanceof ConfigurationPropertiesBindException bind
                            && String.valueOf(bind.getMessage()).contains("prefix=perezvon.mail,"))) {
                return true;
            }
        }
        return false;
    }

    private static FailureAnalysis analysis(List<String> missing, Throwable failure) {
        return new FailureAnalysis("""
                Перезвону не указано, с какой базой данных и почтой работать. Не хватает: %1$s
                Perezvon was not told which database and mail servers to use. Missing: %1$s""".formatted(String.join(", ", missing)), """
                Укажите их переменными окружения, параметрами запуска или в application.yaml рядом с jar (docs/operations.md):
                  SPRING_DATASOURCE_URL=jdbc:postgresql://сервер:5432/perezvon
                  SPRING_DATASOURCE_USERNAME=…  SPRING_DATASOURCE_PASSWORD=…
                  PEREZVON_MAIL_ADDRESS=vopros@ekc.example
                  PEREZVON_MAIL_IMAP_HOST=…  PEREZVON_MAIL_IMAP_USERNAME=…  PEREZVON_MAIL_IMAP_PASSWORD=…
                  PEREZVON_MAIL_SMTP_HOST=…  PEREZVON_MAIL_SMTP_USERNAME=…  PEREZVON_MAIL_SMTP_PASSWORD=…
                Попробовать без настроек: mvn spring-boot:run в каталоге с исходниками.
                Set them as above; to try Perezvon without settings: mvn spring-boot:run in the source directory.""", failure);
    }
}
