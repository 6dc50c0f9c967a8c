package org.perezvon.mail.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.document.Findings;

/** One JVM of our own that reads mails for us: whatever a mail does to it, the application goes on. */
final class SeparateReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Duration START = Duration.ofSeconds(60);
    private static final int LARGEST_ANSWER = 128 * 1024 * 1024;
    private static final String NOWHERE = "/nowhere";
    private static final String BOOT = "org.springframework.boot.loader.launch.JarLauncher";

    private final Process process;
    private final Duration patience;
    private final DataInputStream from;
    private final DataOutputStream to;
    private long usedAt = System.nanoTime();

    private SeparateReader(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** @throws IOException when no JVM can be started */
    static SeparateReader start(MailSettings.Incoming limits) throws IOException {
        Duration patience = limits.readingTime().multipliedBy(3);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + limits.readingMemory().toMegabytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        // It needs no files, and leaves none behind when it is killed.
                        "-Djava.io.tmpdir=" + NOWHERE,
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass(),
                        SeparateReading.WORD,
                        Long.toString(Math.max(1, patience.toSeconds()))))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // It reads what strangers wrote; it must not know our passwords.
        builder.environment().clear();
        SeparateReader reader = new SeparateReader(builder.start(), patience);
        try {
            reader.limited(START, reader.from::readByte);
        } catch (IOException e) {
            reader.close();
            throw new IOException("The reader apart did not start, exit code " + reader.exitCode(), e);
        }
        return reader;
    }

    /** The packaged jar is started by Boot's launcher, which knows the jars within. */
    private static String mainClass() {
        try {
            return Class.forName(BOOT, false, ClassLoader.getSystemClassLoader())
                    .getName();
        } catch (ClassNotFoundException e) {
            return "org.perezvon.PerezvonApplication";
        }
    }

    /** Whether it can be asked: it is there, and not just about to go because it has been idle. */
    boolean isFresh() {
        long idle = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - usedAt);
        return process.isAlive() && idle < SeparateReading.LONGEST_IDLE_SECONDS / 2;
    }

    /** @throws NotRead when the mail was too much for it; it must not be asked again then */
    SeparateReading.Answer read(byte[] raw, String ours, ReadingRules rules) {
        byte[] answer = answered(Errand.READ, raw, ours.getBytes(StandardCharsets.UTF_8), json(rules.own()))
                .get(0);
        return json(answer, SeparateReading.Answer.class);
    }

    /** @throws NotRead as above */
    List<UnpackedFile> unpack(byte[] raw) {
        List<byte[]> answer = answered(Errand.UNPACK, raw);
        UnpackedFile.Head[] heads = json(answer.get(0), UnpackedFile.Head[].class);
        return IntStream.range(0, heads.length)
                .mapToObj(i -> heads[i].with(answer.get(i + 1)))
                .toList();
    }

    /** @throws NotRead as above */
    Findings examine(byte[] file) {
        return json(answered(Errand.EXAMINE, file).get(0), Findings.class);
    }

    /** @throws NotRead as above */
    String show(byte[] raw, boolean pictures) {
        byte[] answer = answered(Errand.SHOW, raw, new byte[] {(byte) (pictures ? 1 : 0)})
                .get(0);
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static byte[] json(Object asked) {
        try {
            return JSON.writeValueAsBytes(asked);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is asked could not be written", e);
        }
    }

    private <T> T json(byte[] answer, Class<T> type) {
        try {
            return JSON.readValue(answer, type);
        } catch (IOException e) {
            close();
            throw new NotRead(reason());
        }
    }

    private List<byte[]> answered(Errand errand, byte[]... blocks) {
        try {
            return limited(patience.plusSeconds(1), () -> ask(errand, blocks));
        } catch (IOException e) {
            String reason = reason();
            close();
            throw new NotRead(reason);
        } finally {
            usedAt = System.nanoTime();
        }
    }

    private List<byte[]> ask(Errand errand, byte[]... blocks) throws IOException {
        to.writeByte(errand.ordinal());
        SeparateReading.write(to, List.of(blocks));
        return SeparateReading.read(from, LARGEST_ANSWER);
    }

    private interface Exchange<T> {
        T exchange() throws IOException;
    }

    /** Ends the process when it takes longer: that ends every read and write on its streams. */
    private <T> T limited(Duration limit, Exchange<T> exchange) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    if (!done.get()) {
                        process.destroyForcibly();
                    }
                },
                CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return exchange.exchange();
        } finally {
            done.set(true);
            end.cancel(false);
        }
    }

    private String reason() {
        return switch (exitCode()) {
            case SeparateReading.OUT_OF_MEMORY -> "Письмо не удалось прочитать: отведённой для этого памяти не хватило";
            case SeparateReading.TOO_LONG, 128 + 9 -> "Письмо не удалось прочитать за " + patience.toSeconds() + " с";
            default -> "Письмо не удалось прочитать: чтение прервалось";
        };
    }

    private int exitCode() {
        try {
            return process.onExit().get(5, TimeUnit.SECONDS).exitValue();
        } catch (TimeoutException | ExecutionException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
