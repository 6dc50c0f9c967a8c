package org.perezvon.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Set by us, never by people: the embedded mail server is wanted. */
    static final String EMBEDDED_MAIL = "perezvon.demo.embedded-mail";

    /** The contact centre's own address in the demo, and the login of its mailbox. */
    private static final String CENTRE = "vopros@ekc.example";

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
        properties.put("logging.charset.console", "UTF-8"); // the welcome is Russian whatever the locale
        properties.put(EMBEDDED_MAIL, !mailboxGiven);
        if (!mailboxGiven) {
            properties.putAll(mailSettings(environment));
        }
        // Below the command line and the environment, above application.yaml, whose defaults are meant for production.
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("perezvon demo", properties));
    }

    static Path dataDirectory(ConfigurableEnvironment environment) {
        return Path.of(environment.getProperty("perezvon.demo.data-directory", DemoProperties.DEFAULT_DIRECTORY));
    }

    private static Map<String, Object> mailSettings(ConfigurableEnvironment environment) {
        Path directory =
                Path.of(environment.getProperty("perezvon.demo.data-directory", DemoProperties.DEFAULT_DIRECTORY));
        String password = DemoPasswords.keptIn(directory, List.of(DemoPasswords.MAILBOXES))
                .of(DemoPasswords.MAILBOXES);
        String address = isSet(environment, "perezvon.mail.address")
                ? environment.getRequiredProperty("perezvon.mail.address")
                : CENTRE;
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("perezvon.mail.address", address);
        int imapPort = port(environment, "perezvon.demo.imap-port", 3143);
        settings.put("perezvon.demo.imap-port", imapPort);
        settings.putAll(connection("perezvon.mail.imap.", imapPort, address, password));
        settings.put("perezvon.mail.imap.poll-interval", "1s");
        int smtpPort = port(environment, "perezvon.demo.smtp-port", 3025);
        settings.put("perezvon.demo.smtp-port", smtpPort);
        if (!isSet(environment, "perezvon.mail.smtp.host")) {
            settings.putAll(connection("perezvon.mail.smtp.", smtpPort, address, password));
        }
        return settings;
    }

    private static Map<String, Object> connection(String prefix, int port, String login, String password) {
        return Map.of(
                prefix + "host", "127.0.0.1",
                prefix + "port", port,
                prefix + "username", login,
                prefix + "password", password,
                prefix + "tls", "none");
    }

    /** The port people asked for; else the usual one, or any free one when that is taken. */
    private static int port(ConfigurableEnvironment environment, String property, int usual) {
        Integer wanted = environment.getProperty(property, Integer.class);
        if (wanted != null) {
            return wanted;
        }
        return LoopbackPort.usualOrFree(usual);
    }

    private static boolean isPresent(String className) {
        return ClassUtils.isPresent(className, DemoActivation.class.getClassLoader());
    }

    private static boolean isSet(ConfigurableEnvironment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
