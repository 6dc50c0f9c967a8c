package org.perezvon.mail.inbound;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads in which mails are read, so that nobody waits longer than allowed for one that is made to be read for ever. Such a
 * thread cannot be ended, only given up.
 */
final class ReadingThreads {

    private static final Logger log = LoggerFactory.getLogger(ReadingThreads.class);

    /** Each burns a processor. */
    private static final int MOST_LOST = 2;

    private final Duration patience;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads;

    ReadingThreads(Duration patience) {
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), this::daemon);
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-reading-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Whether so many threads are given up and still busy that no more should be put at risk. */
    boolean areLost() {
        return lost.get() >= MOST_LOST;
    }

    /** @throws NotRead when the work takes too long or ends in an error of any kind */
    <T> T within(Callable<T> reading) {
        Task<T> task = new Task<>(reading);
        threads.execute(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.giveUp();
            throw new NotRead("Письмо не удалось прочитать за " + patience.toSeconds() + " с");
        } catch (ExecutionException e) {
            log.warn("A mail could not be read", e.getCause());
            throw new NotRead(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a mail was being read", e);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure == null) {
            return "Чтение письма прервалось";
        }
        return failure instanceof OutOfMemoryError
                ? "Не хватило памяти, чтобы прочитать письмо"
                : "Чтение письма прервала ошибка " + failure.getClass().getSimpleName();
    }

    /** Work that may be given up; it is counted as lost until it ends after all. */
    private final class Task<T> extends FutureTask<T> {

        private boolean ended;
        private boolean givenUp;

        Task(Callable<T> reading) {
            super(reading);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                end();
            }
        }

        private synchronized void end() {
            ended = true;
            if (givenUp) {
                lost.decrementAndGet();
            }
        }

        synchronized void giveUp() {
            if (!ended) {
                givenUp = true;
                lost.incrementAndGet();
            }
        }
    }
}
