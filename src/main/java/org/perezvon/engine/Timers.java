package org.perezvon.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The timers of waiting processes, many at a time: moving a hundred thousand of them one by one would take the engine a
 * quarter of an hour. Always inside the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Timers {

    private static final int FRESH_RETRIES = 3;

    private final TimerStore store;
    private final ManagementService management;

    Timers(TimerStore store, ManagementService management) {
        this.store = store;
        this.management = management;
    }

    /**
     * Where a timer is to stand from now on.
     *
     * @param element id of the timer event in its diagram
     * @param variable what its expression reads; moved together with it
     */
    public record Setting(String businessKey, String element, Handle<Instant> variable, Instant due) {}

    /**
     * A timer that has not fired.
     *
     * @param retriesLeft 0: it failed so often that the engine has given it up
     */
    public record Timer(String jobId, String element, Instant due, int retriesLeft, boolean suspended) {}

    /** What a process waits for: messages by name, timers by element. */
    public record Waiting(Set<String> messages, List<Timer> timers) {}

    /** Moves those that are still waiting; one that has fired stays fired. A run that is under way begins again. */
    public void move(Collection<Setting> settings) {
        store.move(settings);
        store.moveVariables(settings);
    }

    /** @return what each process waits for; no entry for a business key without a process */
    public Map<String, Waiting> waiting(Collection<String> businessKeys) {
        return store.waiting(businessKeys);
    }

    /** Gives a timer that the engine has given up another chance. */
    public void revive(Timer timer) {
        management.setJobRetries(timer.jobId(), FRESH_RETRIES);
    }
}
