package org.perezvon.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.perezvon.PerezvonApplication;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.engine.StaffList;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.worktime.Body;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application as it is installed, on a free port, with a PostgreSQL database of its own and a real mail server and,
 * where it is installed, a real scanner; only its clock can be moved. All tests that say so share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = {PerezvonApplication.class, WholeHouse.Furniture.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "perezvon.demo.enabled=false",
            // Tests move the clock by days and ask the watchdog themselves; letters to ourselves are sent where they
            // matter.
            "perezvon.mail.watch.rounds=0",
            "perezvon.mail.watch.self-test=0",
            "perezvon.mail.incoming.authserv-ids=" + WholeHouse.CHECKING_SERVER
        })
@ContextConfiguration(initializers = {Database.class, MailServer.class, RealScanner.AtHand.class})
@TestExecutionListeners(listeners = EngineOfTheHouse.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface WholeHouse {

    /** The server that tells us what it found out about senders; no test's mail passes it unless it says so. */
    String CHECKING_SERVER = "mx.ekc.example";

    /** What the tests bring along. */
    @TestConfiguration(proxyBeanMethods = false)
    class Furniture {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        ProcessEnginePlugin walkedWays() {
            return WalkedWays.OF_THIS_JVM;
        }

        @Bean
        StaffList everybody() {
            return Staff::everybody;
        }

        @Bean
        Agencies agencies(Directory directory) {
            return new Agencies(directory);
        }

        /** Only asked for by tests, when the port is known. */
        @Bean
        @Lazy
        House house(Environment environment) {
            int port = environment.getRequiredProperty("local.server.port", Integer.class);
            return new House(
                    new Api(Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD)),
                    new Api(Visitor.program(port, Staff.SUPERVISOR, Staff.PASSWORD)),
                    new Api(Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD)),
                    MailServer.post());
        }
    }

    /** Opens an agency for whoever needs one: each with a mailbox of its own, so that no test reads another's letters. */
    class Agencies {

        private static final AtomicInteger NUMBER = new AtomicInteger();

        private final Directory directory;

        Agencies(Directory directory) {
            this.directory = directory;
        }

        /** @return the code of an agency in Irkutsk with a responsible person: 9:00 to 18:00, lunch from 13:00 to 14:00 */
        public String one() {
            return in("Asia/Irkutsk");
        }

        /** @return the code of the same agency elsewhere: it works from 9:00 to 18:00 there */
        public String in(String zone) {
            int number = NUMBER.incrementAndGet();
            return open(number, zone, Optional.of("ivanova@agency-" + number + ".example"));
        }

        /** @return the code of an agency that has named nobody */
        public String withoutResponsible() {
            return open(NUMBER.incrementAndGet(), "Asia/Irkutsk", Optional.empty());
        }

        private String open(int number, String zone, Optional<String> email) {
            directory.put(new Agency(
                    "agency-" + number,
                    "Министерство № " + number + " Иркутской области",
                    "Министерство № " + number,
                    Agency.Kind.REGIONAL,
                    ZoneId.of(zone),
                    List.of("ru", "ru-IRK"),
                    Body.irkutsk().hours(),
                    "irkutsk",
                    List.of("пособия"),
                    email.map(address -> new ResponsiblePerson(
                            "Иванова Анна Петровна", EmailAddress.of(address), Optional.empty()))));
            return "agency-" + number;
        }
    }
}
