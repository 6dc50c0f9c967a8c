package org.perezvon.testing;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.CompensationEventCoverageHandler;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

/**
 * Which ways through the diagrams the tests of this JVM have walked, whichever engine walked them and in whatever thread.
 * When the JVM ends, the report lies in {@code target/process-test-coverage/tests}.
 */
public final class WalkedWays extends AbstractProcessEnginePlugin implements Collector {

    /** Tests of the packaged jar have a report of their own and do not write over the other. */
    private static final String REPORT = System.getProperty("walked.ways", "tests");

    public static final WalkedWays OF_THIS_JVM = new WalkedWays();

    private static final String FOLDER = "target/process-test-coverage";

    private final DefaultCollector collected = new DefaultCollector(new ExecutionContextModelProvider());
    private final Set<String> known = new HashSet<>();

    private WalkedWays() {
        collected.createSuite(new Suite(REPORT, "mvn verify"));
        collected.activateSuite(REPORT);
        collected.createRun(new Run(REPORT, "mvn verify"), REPORT);
        collected.activateRun(REPORT);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
        engine.getCustomPostBPMNParseListeners().stream()
                .filter(ElementCoverageParseListener.class::isInstance)
                .map(ElementCoverageParseListener.class::cast)
                .forEach(listener -> listener.setCoverageState(this));
        engine.getCustomEventHandlers().stream()
                .filter(CompensationEventCoverageHandler.class::isInstance)
                .map(CompensationEventCoverageHandler.class::cast)
                .forEach(listener -> listener.setCoverageState(this));
    }

    /** Each step once: thousands of inquiries take the same. */
    @Override
    public synchronized void addEvent(Event event) {
        if (known.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::report, "walked-ways"));
        }
        if (known.add(event.getModelKey() + " " + event.getDefinitionKey() + " " + event.getType())) {
            collected.addEvent(event);
        }
    }

    private synchronized void report() {
        CoverageReportUtil.createReport(collected, FOLDER);
        CoverageReportUtil.createJsonReport(collected, FOLDER);
    }
}
