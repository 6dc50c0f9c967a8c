package org.perezvon.mail.files;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** ClamAV's daemon, spoken to by its command {@code INSTREAM}: the file goes over piece by piece and lies nowhere. */
final class Clamd implements Scanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_REPLY = 4096;
    private static final String FOUND = " FOUND";

    private final ClamdAddress address;
    private final Duration patience;

    Clamd(ClamdAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Verdict scan(InputStream file) {
        try (SocketChannel channel = address.channel()) {
            // A read or write on a blocked channel ends when the channel is closed, and in no other way.
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> close(channel),
                    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            try {
                channel.connect(address.resolved());
                return verdict(asked(channel, file));
            } finally {
                end.cancel(false);
            }
        } catch (ClosedChannelException e) {
            return new Verdict.NotScanned("антивирус не ответил за " + patience.toSeconds() + " с");
        } catch (IOException e) {
            return new Verdict.NotScanned("антивирус недоступен: " + e.getMessage());
        }
    }

    private static String asked(SocketChannel channel, InputStream file) throws IOException {
        DataOutputStream to = new DataOutputStream(Channels.newOutputStream(channel));
        InputStream from = new BufferedInputStream(Channels.newInputStream(channel));
        try {
            to.write(COMMAND);
            byte[] piece = new byte[PIECE];
            for (int length = file.readNBytes(piece, 0, PIECE); length > 0; length = file.readNBytes(piece, 0, PIECE)) {
                to.writeInt(length);
                to.write(piece, 0, length);
            }
            to.writeInt(0);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // It does not listen any longer, and perhaps has said why: the file is too large for it.
            return reply(from, e);
        }
        return reply(from, new EOFException("ответ оборвался"));
    }

    private static String reply(InputStream from, IOException otherwise) throws IOException {
        StringBuilder reply = new StringBuilder();
        try {
            for (int letter = from.read(); letter > 0 && reply.length() < LONGEST_REPLY; letter = from.read()) {
                reply.append((char) letter);
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw otherwise;
        }
        if (reply.isEmpty()) {
            throw otherwise;
        }
        return reply.toString().strip();
    }

    private static Verdict verdict(String reply) {
        if (reply.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (reply.endsWith(FOUND)) {
            String said = reply.substring(0, reply.length() - FOUND.length());
            return new Verdict.Infected(said.substring(said.indexOf(':') + 1).strip());
        }
        return new Verdict.NotScanned(
                reply.contains("size limit exceeded")
                        ? "файл больше, чем принимает антивирус (StreamMaxLength)"
                        : "антивирус ответил: " + reply);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // nobody waits for it any longer
        }
    }
}
