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
 */
@ConfigurationProperties("perezvon.demo")
record DemoProperties(
        @Nullable Boolean enabled, @DefaultValue("data") Path dataDirectory) {}
