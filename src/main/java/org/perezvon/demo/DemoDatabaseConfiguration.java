package org.perezvon.demo;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database of the evaluation run; Boot's own data source steps aside for this one. */
@Configuration(proxyBeanMethods = false)
@Profile(DemoActivation.PROFILE)
@ConditionalOnBooleanProperty(DemoActivation.EMBEDDED_DATABASE)
class DemoDatabaseConfiguration {

    @Bean
    EmbeddedDatabase embeddedDatabase(DemoProperties properties) {
        return EmbeddedDatabase.start(properties.dataDirectory());
    }

    @Bean
    HikariDataSource dataSource(EmbeddedDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("perezvon-demo");
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(EmbeddedDatabase.NAME);
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(20);
        return pool;
    }
}
