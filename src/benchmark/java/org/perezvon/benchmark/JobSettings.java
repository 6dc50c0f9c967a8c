package org.perezvon.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/** How the engine looks for due jobs: as our {@code application.yaml} has it, or as it would by itself. */
enum JobSettings {
    OURS,
    ENGINE_DEFAULTS;

    private static final String AS_THE_ENGINE_MADE_IT = """
            do $$ declare ours text; begin
              for ours in select indexrelid::regclass::text from pg_index
                          where indrelid = 'public.act_ru_job'::regclass and indexrelid::regclass::text like 'perezvon%'
                loop execute 'drop index ' || ours; end loop;
              for ours in select conname from pg_constraint
                          where conrelid = 'public.act_ru_job'::regclass and conname like 'perezvon%'
                loop execute 'alter table public.act_ru_job drop constraint ' || ours; end loop;
              for ours in select split_part(unnest(reloptions), '=', 1) from pg_class
                          where oid = 'public.act_ru_job'::regclass
                loop execute 'alter table public.act_ru_job reset (' || ours || ')'; end loop;
            end $$
            """;

    /** What overrides {@code application.yaml}; read from the engine's own classes. */
    List<String> arguments() {
        if (this == OURS) {
            return List.of();
        }
        DefaultJobExecutor executor = new DefaultJobExecutor();
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        Map<String, Object> defaults = new LinkedHashMap<>();
        String execution = "camunda.bpm.job-execution.";
        defaults.put(execution + "core-pool-size", executor.getCorePoolSize());
        defaults.put(execution + "max-pool-size", executor.getMaxPoolSize());
        defaults.put(execution + "queue-capacity", executor.getQueueSize());
        defaults.put(execution + "max-jobs-per-acquisition", executor.getMaxJobsPerAcquisition());
        defaults.put(execution + "wait-time-in-millis", executor.getWaitTimeInMillis());
        defaults.put(execution + "wait-increase-factor", executor.getWaitIncreaseFactor());
        defaults.put(execution + "max-wait", executor.getMaxWait());
        defaults.put(execution + "backoff-time-in-millis", executor.getBackoffTimeInMillis());
        defaults.put(execution + "max-backoff", executor.getMaxBackoff());
        defaults.put(execution + "lock-time-in-millis", executor.getLockTimeInMillis());
        String generic = "camunda.bpm.generic-properties.properties.";
        defaults.put(generic + "jobExecutorAcquireByDueDate", engine.isJobExecutorAcquireByDueDate());
        defaults.put(generic + "jobExecutorPreferTimerJobs", engine.isJobExecutorPreferTimerJobs());
        defaults.put(generic + "jobExecutorAcquireByPriority", engine.isJobExecutorAcquireByPriority());
        defaults.put(
                generic + "jobExecutorAcquireExclusiveOverProcessHierarchies",
                engine.isJobExecutorAcquireExclusiveOverProcessHierarchies());
        defaults.put(generic + "ensureJobDueDateNotNull", engine.isEnsureJobDueDateNotNull());
        return defaults.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** What overrides our migrations. */
    List<String> statements() {
        return this == OURS ? List.of() : List.of(AS_THE_ENGINE_MADE_IT, "vacuum full analyze public.act_ru_job");
    }
}
