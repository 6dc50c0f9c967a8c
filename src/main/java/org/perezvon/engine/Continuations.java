package org.perezvon.engine;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a woken process does next: its node goes on with it as soon as the waking is committed. By itself the engine would
 * have to look for the job first and to lock it, which costs as much as half the waking.
 */
@Component
@DependsOnDatabaseInitialization
@Order(Continuations.AFTER_THE_STARTER)
class Continuations extends AbstractProcessEnginePlugin implements DisposableBean {

    static final int AFTER_THE_STARTER = Integer.MAX_VALUE - 80;

    private static final int THREADS = 4;

    /** Seconds of work; whatever comes on top is left to be looked for, here or on a node that has time. */
    private static final int MOST_WAITING = 100;

    private static final int FAREWELL_SECONDS = 10;

    private final ThreadLocal<Boolean> wanted = ThreadLocal.withInitial(() -> false);
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            this::daemon,
            new ThreadPoolExecutor.DiscardPolicy()); // when this node ends; the lock will expire

    Continuations() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomSessionFactories(List.of(new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return JobManager.class;
            }

            @Override
            public Session openSession() {
                return new PromptJobs(Continuations.this);
            }
        }));
    }

    /** Does the work; the jobs it leaves behind will be gone on with at once. */
    void goingOn(Runnable work) {
        boolean before = wanted.get();
        wanted.set(true);
        try {
            work.run();
        } finally {
            wanted.set(before);
        }
    }

    /** Whether a job that is just being made should be kept for this node. */
    boolean areWanted() {
        return wanted.get() && !threads.isShutdown() && threads.getQueue().size() < MOST_WAITING;
    }

    /** The job is committed and locked by this node. */
    void take(String job, JobExecutor executor, ProcessEngineImpl engine) {
        threads.execute(executor.getExecuteJobsRunnable(List.of(job), engine));
    }

    /** What is not done by then starts again when the lock has expired, or when this node is back. */
    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "going-on-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
