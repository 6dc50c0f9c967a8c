package org.perezvon.demo;

import java.time.Clock;
import javax.sql.DataSource;
import org.perezvon.directory.Directory;
import org.springframework.beans.factory.annotation.Value;
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
    DemoMailServer demoMailServer(
            MailArchive archive,
            DemoProperties properties,
            DemoPasswords passwords,
            @Value("${perezvon.mail.address}") String centre) {
        DemoMailServer server = DemoMailServer.start(
                archive, properties.smtpPort(), properties.imapPort(), passwords.of(DemoPasswords.MAILBOXES));
        server.open(centre);
        return server;
    }

    @Bean
    AgencyMailboxes agencyMailboxes(
            MailArchive archive,
            DemoMailServer server,
            Directory directory,
            DemoPasswords passwords,
            Clock clock,
            @Value("${perezvon.mail.address}") String centre) {
        return new AgencyMailboxes(archive, server, directory, centre, passwords.of(DemoPasswords.MAILBOXES), clock);
    }
}
