package org.perezvon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.MailSettings;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

class NotConfiguredAnalyzerTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner();

    @Test
    void without_a_database_all_that_is_missing_is_named_at_once() {
        application
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .run(context -> assertThat(explanation(context.getStartupFailure(), new MockEnvironment()))
                        .contains("spring.datasource.url", "perezvon.mail.imap.host", "perezvon.mail.smtp.host"));
    }

    @Test
    void with_a_database_but_without_mail_only_mail_is_named() {
        application.withUserConfiguration(Mail.class).run(context -> assertThat(explanation(
                        context.getStartupFailure(),
                        new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/p")))
                .contains("perezvon.mail.imap.host")
                .doesNotContain("spring.datasource.url"));
    }

    @Test
    void other_failures_are_left_to_others() {
        assertThat(new NotConfiguredAnalyzer(new MockEnvironment())
                        .analyze(new IllegalStateException("something else")))
                .isNull();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailSettings.class)
    static class Mail {}

    private static String explanation(Throwable failure, Environment environment) {
        return Objects.requireNonNull(new NotConfiguredAnalyzer(environment).analyze(failure))
                .getDescription();
    }
}
