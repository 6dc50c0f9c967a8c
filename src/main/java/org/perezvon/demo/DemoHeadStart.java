package org.perezvon.demo;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** The very first start unpacks 60 MB of PostgreSQL; it does so while Spring is still looking for its beans. */
class DemoHeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(DemoHeadStart.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of(DemoActivation.PROFILE))
                && environment.getProperty(DemoActivation.EMBEDDED_DATABASE, Boolean.class, false)) {
            Path directory = DemoActivation.dataDirectory(environment);
            Thread thread = new Thread(() -> unpack(directory), "postgres-unpacking");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void unpack(Path directory) {
        try {
            PostgresPrograms.unpackedIn(directory);
        } catch (RuntimeException e) {
            log.debug("The head start failed; the start itself will say why", e);
        }
    }
}
