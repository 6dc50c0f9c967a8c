package org.perezvon.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the evaluation run.
 *
 * @param enabled {@code true} or {@code false} forces the demo on or off; absent: on when nothing is configured
 * @param dataDirectory where everything is kept that outlives the process, relative to the working directory
 * @param smtpPort port of the embedded mail server; when not set and taken, {@link DemoActivation} finds a free one
 * @param imapPort likewise
 */
@ConfigurationProperties("perezvon.demo")
record DemoProperties(
        @Nullable Boolean enabled,
        @DefaultValue(DEFAULT_DIRECTORY) Path dataDirectory,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort) {

    static final String DEFAULT_DIRECTORY = "data";
}
