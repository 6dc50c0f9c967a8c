package org.perezvon.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.perezvon.engine.Processes;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.ContextConfiguration;

/**
 * The engine and the doors on a free port, with a database of their own and the little diagrams of
 * {@code src/test/front-rooms}: what the guards keep does not depend on the rooms behind them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = FrontRooms.Rooms.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "perezvon.processes.folder=src/test/front-rooms")
@ContextConfiguration(initializers = Database.class)
public @interface FrontRooms {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"org.perezvon.engine", "org.perezvon.security"})
    @ConfigurationPropertiesScan(basePackages = "org.perezvon.security", basePackageClasses = Processes.class)
    class Rooms {}
}
