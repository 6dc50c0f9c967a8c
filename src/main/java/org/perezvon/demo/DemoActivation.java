package org.perezvon.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Switches the profile {@code demo} on when nobody configured a database or a mailbox and the embedded parts are on the
 * classpath, as they are under {@code mvn spring-boot:run} and are not in the packaged jar. {@code perezvon.demo.enabled}
 * has the last word.
 */
class DemoActivation implements EnvironmentPostProcessor, Ordered {

    static final String PROFILE = "demo";

    /** Set by us, never by people: the embedded database is wanted. */
    static final String EMBEDDED_DATABASE = "perezvon.demo.embedded-database";

    private static final String POSTGRES = "io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver";
    private static final String GREENMAIL = "com.icegreen.greenmail.util.GreenMail";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10; // application.yaml must have been read
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean embeddable = isPresent(POSTGRES) && isPresent(GREENMAIL);
        boolean databaseGiven = isSet(environment, "spring.datasource.url");
        boolean mailboxGiven = isSet(environment, "perezvon.mail.imap.host");
        boolean enabled = environment.getProperty(
                "perezvon.demo.enabled", Boolean.class, embeddable && !databaseGiven && !mailboxGiven);
        if (!enabled) {
            return;
        }
        if (!embeddable) {
            throw StartRefused.partsMissing();
        }
        environment.addActiveProfile(PROFILE);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(EMBEDDED_DATABASE, !databaseGiven);
        properties.put("logging.level.io.zonky", "warn");
        // Below the command line and the environment, above application.yaml, whose defaults are meant for production.
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("perezvon demo", properties));
    }

    private static boolean isPresent(String className) {
        return ClassUtils.isPresent(className, DemoActivation.class.getClassLoader());
    }

    private static boolean isSet(ConfigurableEnvironment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
