package org.perezvon.demo;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The mail server of the evaluation run. It listens once its bean exists; whoever connects to it does so in the life cycle
 * phase that follows.
 */
@Configuration(proxyBeanMethods = false)
@Profile(DemoActivation.PROFILE)
@ConditionalOnBooleanProperty(DemoActivation.EMBEDDED_MAIL)
class DemoMailConfiguration {

    @Bean
    MailArchive demoMailArchive(DataSource dataSource) {
        return new MailArchive(JdbcClient.create(dataSource), new DataSourceTransactionManager(dataSource));
    }

    @Bean
    DemoMailServer demoMailServer(MailArchive archive, DemoProperties properties) {
        return DemoMailServer.start(
                archive,
                properties.smtpPort(),
                properties.imapPort(),
                DemoPasswords.keptIn(properties.dataDirectory(), DemoActivation.MAILBOX_PASSWORD)
                        .of(DemoPasswords.MAILBOXES));
    }
}
