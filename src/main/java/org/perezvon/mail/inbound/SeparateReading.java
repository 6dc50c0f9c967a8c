package org.perezvon.mail.inbound;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The far side of a {@link SeparateReader}: a JVM that reads mails and does nothing else. It knows no secret, opens no file
 * and no connection, and ends by itself when a mail takes too long or nobody has asked for a while.
 */
public final class SeparateReading {

    /** The first word of the command line that starts it; no command for people. */
    public static final String WORD = "read-mails";

    static final byte READY = 1;
    static final int TOO_LONG = 124;
    static final int OUT_OF_MEMORY = 3; // what Java's ExitOnOutOfMemoryError says

    static final long LONGEST_IDLE_SECONDS = 90;

    private static final TypeReference<List<OwnRule>> OWN_RULES = new TypeReference<>() {};

    private final AtomicLong deadline = new AtomicLong();
    private final long patienceSeconds;
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    private SeparateReading(long patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    /** What was found in one mail. */
    record Answer(Traces traces, OpenedMail.Understood understood) {}

    /** Answers until its standard input ends. */
    public static void serve(String... words) throws IOException {
        new SeparateReading(Long.parseLong(words[1])).serve();
    }

    private void serve() throws IOException {
        // Nothing else may speak on this line.
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
                PrintStream elsewhere = System.err) {
            System.setOut(elsewhere);
            allow(LONGEST_IDLE_SECONDS);
            watchTheTime();
            out.writeByte(READY);
            out.flush();
            while (true) {
                Errand errand = Errand.values()[in.readUnsignedByte()];
                allow(patienceSeconds);
                write(out, answer(errand, read(in, Integer.MAX_VALUE)));
                allow(LONGEST_IDLE_SECONDS);
            }
        } catch (EOFException e) {
            // Whoever asked has gone.
        }
    }

    private List<byte[]> answer(Errand errand, List<byte[]> asked) throws IOException {
        byte[] first = asked.get(0);
        return switch (errand) {
            case READ ->
                List.of(read(
                        first,
                        new String(asked.get(1), StandardCharsets.UTF_8),
                        json.readValue(asked.get(2), OWN_RULES)));
            case UNPACK -> unpack(first);
            case EXAMINE -> List.of(json.writeValueAsBytes(Reader.examined(first)));
            case SHOW ->
                List.of(Reader.shown(ParsedMail.parse(first), asked.get(1)[0] != 0)
                        .getBytes(StandardCharsets.UTF_8));
        };
    }

    private byte[] read(byte[] raw, String ours, List<OwnRule> own) throws IOException {
        ReadingRules rules = ReadingRules.shipped().with(own);
        ParsedMail mail = ParsedMail.parse(raw);
        return json.writeValueAsBytes(new Answer(Traces.of(mail, rules), Reader.understood(mail, ours, rules)));
    }

    private List<byte[]> unpack(byte[] raw) throws IOException {
        List<UnpackedFile> files = Reader.unpacked(ParsedMail.parse(raw));
        List<byte[]> blocks = new ArrayList<>();
        blocks.add(json.writeValueAsBytes(files.stream().map(UnpackedFile::head).toList()));
        files.forEach(file -> blocks.add(file.content()));
        return blocks;
    }

    /** How many blocks, then each with its length before it. */
    static void write(DataOutputStream out, List<byte[]> blocks) throws IOException {
        out.writeInt(blocks.size());
        for (byte[] block : blocks) {
            out.writeInt(block.length);
            out.write(block);
        }
        out.flush();
    }

    /** @throws IOException when it is more than allowed */
    static List<byte[]> read(DataInputStream in, int largest) throws IOException {
        int number = in.readInt();
        long left = largest;
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int length = in.readInt();
            left -= length;
            if (length < 0 || left < 0) {
                throw new IOException("A block of " + length + " bytes");
            }
            blocks.add(in.readNBytes(length));
        }
        return blocks;
    }

    private void allow(long seconds) {
        deadline.set(System.nanoTime() + seconds * 1_000_000_000L);
    }

    /** Even when the application has died and cannot end us. */
    private void watchTheTime() {
        Thread watch = new Thread(
                () -> {
                    while (System.nanoTime() - deadline.get() < 0) {
                        pause();
                    }
                    Runtime.getRuntime().halt(TOO_LONG);
                },
                "time");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        watch.start();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
