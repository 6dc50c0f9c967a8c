package org.perezvon.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.perezvon.engine.ProcessBean;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.Node;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

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
        properties = {"perezvon.processes.folder=src/test/front-rooms", "perezvon.demo.enabled=false"})
@ContextConfiguration(initializers = Database.class)
@TestExecutionListeners(listeners = EngineOfTheHouse.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface FrontRooms {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @TestComponent // or the whole application would find it beside its own rooms
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.perezvon.engine", "org.perezvon.security"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @ConfigurationPropertiesScan(
            basePackages = {"org.perezvon.security", "org.perezvon.kernel"},
            basePackageClasses = Processes.class)
    class Rooms {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Node node() {
            return new Node("front-rooms");
        }

        @Bean
        JavaDelegate acceptQuestion() {
            return execution -> execution.setVariable("accepted", true);
        }

        @Bean
        InquiriesOfTest inquiriesOfQuestion() {
            return new InquiriesOfTest();
        }

        /** A bean no diagram may name, though it is a Spring bean like the others. */
        @Bean
        Canary canary() {
            return new Canary();
        }
    }

    /** Stands for what the upper rooms let diagrams call. */
    @ProcessBean
    class InquiriesOfTest {

        public List<String> ids(DelegateExecution execution) {
            return List.of("first", "second");
        }

        public String secret() {
            return "not for diagrams";
        }
    }
}
