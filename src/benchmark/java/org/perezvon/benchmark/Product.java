package org.perezvon.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.perezvon.PerezvonApplication;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.outbound.Dispatcher;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product on its own port with a mail server; its clock ticks on from whatever it is set to. */
final class Product implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What is tried out, e.g. {@code --spring.datasource.hikari.maximum-pool-size=10,--camunda.bpm.history-level=none}. */
    private static final String TRIED = System.getProperty("benchmark.settings", "");

    /** @param settings command line arguments, which override {@code application.yaml} and the mail server of the tests */
    static Product start(String jdbcUrl, Instant moment, List<String> settings) {
        List<String> arguments = List.of(
                "--spring.datasource.url=" + jdbcUrl,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--server.port=0",
                "--perezvon.node=benchmark",
                "--perezvon.demo.enabled=false",
                "--logging.level.root=warn",
                "--logging.level.org.perezvon=warn");
        return new Product(new SpringApplicationBuilder(PerezvonApplication.class, WholeHouse.Furniture.class)
                .initializers(
                        new MailServer(),
                        context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new SimpleCommandLinePropertySource(
                                        "benchmark",
                                        Stream.concat(settings.stream(), Stream.of(TRIED.split(",")))
                                                .toArray(String[]::new))),
                        context -> context.getBeanFactory().addBeanPostProcessor(new Setting(moment)))
                .run(arguments.toArray(String[]::new)));
    }

    House house() {
        return context.getBean(House.class);
    }

    WholeHouse.Agencies agencies() {
        return context.getBean(WholeHouse.Agencies.class);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    MovableClock clock() {
        return context.getBean(MovableClock.class);
    }

    JobExecutor jobExecutor() {
        return context.getBean(JobExecutor.class);
    }

    ProcessEngineImpl engine() {
        return (ProcessEngineImpl) context.getBean(ProcessEngine.class);
    }

    Conversations conversations() {
        return context.getBean(Conversations.class);
    }

    WaitingStore waiting() {
        return new WaitingStore(jdbc());
    }

    /** From now on mails stay in the mailbox. */
    void readNothing() {
        watch().stop();
    }

    void read() {
        watch().start();
    }

    private Lifecycle watch() {
        return context.getBean("mailboxWatcher", Lifecycle.class);
    }

    /** From now on letters stay in the outbox. */
    void sendNothing() {
        context.getBean(Dispatcher.class).stop();
    }

    @Override
    public void close() {
        context.close();
    }

    /** The clock is set before anybody looks at it. */
    private record Setting(Instant moment) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof MovableClock clock) {
                clock.moveTo(moment);
            }
            return bean;
        }
    }
}
