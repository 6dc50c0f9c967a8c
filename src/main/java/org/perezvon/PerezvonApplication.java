package org.perezvon;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Perezvon. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class PerezvonApplication {

    public static void main(String[] args) {
        // The engine keeps timestamps without a zone; UTC everywhere makes that harmless. Zones live in worktime only.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(PerezvonApplication.class, args);
    }
}
