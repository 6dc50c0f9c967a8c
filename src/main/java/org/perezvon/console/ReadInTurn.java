package org.perezvon.console;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailOpinion;

/**
 * Reads mails on all processors and says what came of each in the order in which they were named. Whatever a stranger has
 * written, no mail is waited for longer than it is allowed: the thread that reads it is given up.
 */
final class ReadInTurn {

    private static final int MOST_AHEAD = 64;

    private final long patienceSeconds;
    private final ThreadPoolExecutor threads;

    ReadInTurn(long patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
        int abreast = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                abreast, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), ReadInTurn::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reading");
        thread.setDaemon(true);
        return thread;
    }

    private record Turn(String file, Future<String> line) {}

    /** @return the exit code: that of a wrong input when there is a mail that could not be read */
    int answer(List<String> files, Function<String, MailOpinion> reading, PrintWriter out) {
        Queue<Turn> turns = new ArrayDeque<>();
        int code = Replies.ANSWERED;
        for (String file : files) {
            turns.add(new Turn(file, threads.submit(() -> ReadAnswer.line(file, reading.apply(file)))));
            if (turns.size() > MOST_AHEAD) {
                code = Math.max(code, say(turns.remove(), out));
            }
        }
        while (!turns.isEmpty()) {
            code = Math.max(code, say(turns.remove(), out));
        }
        threads.shutdownNow();
        return code;
    }

    /** Every mail named before this one is done with, so this one is being read now. */
    private int say(Turn turn, PrintWriter out) {
        try {
            out.print(turn.line().get(patienceSeconds, TimeUnit.SECONDS));
            return Replies.ANSWERED;
        } catch (TimeoutException e) {
            threads.setCorePoolSize(threads.getCorePoolSize() + 1);
            out.print(ReadAnswer.failure(turn.file(), "Письмо не удалось прочитать за " + patienceSeconds + " с"));
        } catch (ExecutionException e) {
            out.print(ReadAnswer.failure(turn.file(), reason(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a mail was being read", e);
        } finally {
            out.flush();
        }
        return Replies.WRONG_INPUT;
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure instanceof WrongInput wrong) {
            return String.valueOf(wrong.getMessage());
        }
        return failure instanceof OutOfMemoryError
                ? "Письмо не удалось прочитать: не хватило памяти"
                : "Письмо не удалось прочитать: ошибка в самой программе, " + failure;
    }
}
