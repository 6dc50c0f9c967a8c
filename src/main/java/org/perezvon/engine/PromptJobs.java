package org.perezvon.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's jobs, of which those that are to be gone on with at once are born with this node's lock. */
class PromptJobs extends JobManager {

    private final Continuations continuations;

    PromptJobs(Continuations continuations) {
        this.continuations = continuations;
    }

    @Override
    protected void hintJobExecutor(JobEntity job) {
        ProcessEngineConfigurationImpl configuration = Context.getProcessEngineConfiguration();
        JobExecutor executor = configuration.getJobExecutor();
        boolean now = continuations.areWanted()
                && executor.isActive()
                && Context.getJobExecutorContext() == null
                && !job.isSuspended()
                && isJobDue(job)
                && isJobPriorityInJobExecutorPriorityRange(job.getPriority());
        if (!now) {
            super.hintJobExecutor(job);
            return;
        }
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + executor.getLockTimeInMillis()));
        ProcessEngineImpl engine = (ProcessEngineImpl) configuration.getProcessEngine();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED, context -> continuations.take(job.getId(), executor, engine));
    }
}
