package org.perezvon.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Says what to set when the installed application was told of no database. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoDatabaseAnalyzer implements FailureAnalyzer {

    /** Boot's own exception for this is not public. */
    private static final String NO_DRIVER = "DataSourceBeanCreationException";

    private final Environment environment;

    NoDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return null;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals(NO_DRIVER)) {
                return new FailureAnalysis("""
                        Перезвону не указана база данных (spring.datasource.url).
                        No database is configured (spring.datasource.url).""", """
                        Укажите PostgreSQL и почту параметрами, переменными окружения или в application.yaml рядом с jar:
                          SPRING_DATASOURCE_URL=jdbc:postgresql://сервер:5432/perezvon
                          SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD
                          PEREZVON_MAIL_IMAP_HOST, PEREZVON_MAIL_SMTP_HOST (см. docs/operations.md)
                        Просто попробовать, без настроек: mvn spring-boot:run из каталога с исходниками.
                        Set a PostgreSQL and the mail servers as above; to try it unconfigured: mvn spring-boot:run.""", cause);
            }
        }
        return null;
    }
}
