package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Database;
import org.perezvon.testing.MovableClock;

/**
 * A year of open inquiries in the real engine: a request every third day, at all the hours that decide, from December over
 * New Year, the May holidays and the moved Saturdays to the next December. The clock goes from moment to moment; whatever
 * is due then is fired by its name, and nothing may be due a second before.
 */
class YearOfDeadlinesTest {

    private static final Body IRKUTSK = Body.irkutsk();
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);
    private static final LocalDate END = LocalDate.of(2027, 12, 1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final List<LocalTime> HOURS = List.of(
            LocalTime.of(2, 0),
            LocalTime.of(9, 0),
            LocalTime.of(12, 30),
            LocalTime.of(15, 59, 59),
            LocalTime.of(16, 0),
            LocalTime.of(16, 0, 1),
            LocalTime.of(18, 30),
            LocalTime.of(23, 59, 59));

    private static final Deadlines DEADLINES = Deadlines.shipped();
    private static final MinuteOracle ORACLE =
            new MinuteOracle("ru-2026.csv", "ru-2027.csv", "regional/ru-IRK-2026.csv", "regional/ru-IRK-2027.csv");
    private static ProcessEngine engine;

    private final MovableClock clock = new MovableClock();
    private final Map<String, List<String>> fired = new HashMap<>();

    @BeforeAll
    static void deploy() throws IOException {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("year");
        configuration.setJdbcUrl(Database.fresh());
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("postgres");
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans());
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "agency-inquiry.bpmn",
                        Path.of("processes", "agency-inquiry.bpmn")
                                .toUri()
                                .toURL()
                                .openStream())
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void every_timer_of_a_year_fires_at_its_own_second_and_none_before() {
        List<LocalDateTime> receipts = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(3)) {
            receipts.add(day.atTime(HOURS.get(receipts.size() % HOURS.size())));
        }

        Deque<LocalDateTime> requests = new ArrayDeque<>(receipts);
        for (Optional<Job> due = nextJob(); !requests.isEmpty() || due.isPresent(); due = nextJob()) {
            Instant comes = requests.isEmpty() ? Instant.MAX : at(requests.getFirst());
            if (due.filter(job -> !job.getDuedate().toInstant().isAfter(comes)).isPresent()) {
                fire(due.get());
            } else {
                receive(requests.removeFirst());
            }
        }

        assertThat(receipts).hasSizeGreaterThan(120).allSatisfy(received -> assertThat(fired.get(key(received)))
                .as("received %s", received)
                .containsExactly(
                        "event_reminder",
                        "event_overdue " + ORACLE.answerDue(received),
                        "event_fiveDayWall " + ORACLE.closingOfDay(5, received)));
    }

    private void receive(LocalDateTime received) {
        clock.moveTo(at(received));
        Deadline deadline = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received));
        engine.getRuntimeService().startProcessInstanceByKey("agency-inquiry", key(received), Map.of());
        engine.getRuntimeService()
                .createMessageCorrelation("inquiry.sent")
                .processInstanceBusinessKey(key(received))
                .setVariables(Map.of(
                        "reminderDue", Date.from(DEADLINES.reminder(deadline, IRKUTSK)),
                        "answerDue", Date.from(deadline.due()),
                        "maximumDue", Date.from(deadline.maximum())))
                .correlate();
    }

    /** By its name, at its second; a second before, the engine sees nothing to do. */
    private void fire(Job job) {
        Instant due = job.getDuedate().toInstant();
        String timer = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        clock.moveTo(due.minus(SECOND));
        assertThat(executable()).as("a second before " + due).isZero();
        clock.moveTo(due.plus(SECOND));
        assertThat(executable()).as("at " + due).isPositive();
        String inquiry = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        LocalDateTime local = LocalDateTime.ofInstant(due, IRKUTSK.zone());
        if (timer.equals("event_reminder")) {
            assertThat(ORACLE.isAtWork(local)).as("reminded at " + local).isTrue();
            note(inquiry, timer);
        } else {
            note(inquiry, timer + " " + local);
        }
        engine.getManagementService().executeJob(job.getId());
    }

    private void note(String inquiry, String what) {
        fired.computeIfAbsent(inquiry, key -> new ArrayList<>()).add(what);
    }

    private static long executable() {
        return engine.getManagementService()
                .createJobQuery()
                .timers()
                .executable()
                .count();
    }

    private static Optional<Job> nextJob() {
        return engine.getManagementService().createJobQuery().timers().orderByJobDuedate().asc().listPage(0, 1).stream()
                .min(Comparator.comparing(Job::getDuedate));
    }

    private static Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        for (String name : List.of("recordLateDispatch", "remindAgency", "recordWall", "closeUnanswered")) {
            beans.put(name, (JavaDelegate) execution -> {});
        }
        beans.put("recordOverdue", (JavaDelegate) execution -> execution.setVariable("newlyOverdue", true));
        beans.put("openInquiry", (JavaDelegate) execution -> {
            execution.setVariable("dispatchDue", Date.from(at(END.atStartOfDay())));
            execution.setVariable("addressee", "somebody");
        });
        return beans;
    }

    private static String key(LocalDateTime received) {
        return "inquiry-" + received;
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(IRKUTSK.zone()).toInstant();
    }
}
