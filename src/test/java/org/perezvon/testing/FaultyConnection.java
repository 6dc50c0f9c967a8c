package org.perezvon.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.perezvon.testing.Fault.Direction;
import org.perezvon.testing.Fault.Effect;

/** One connection through a {@link FaultyLine}, with its one fault. */
final class FaultyConnection {

    private static final int PIECE = 8192;

    private final Socket client;
    private final Socket server;
    private final Fault fault;
    private final Consumer<FaultyConnection> whenEnded;
    private final CountDownLatch cut = new CountDownLatch(1);
    private final AtomicInteger directions = new AtomicInteger(2);
    private final Random noise = new Random(7);
    private volatile boolean stalled;

    FaultyConnection(Socket client, Socket server, Fault fault, Consumer<FaultyConnection> whenEnded) {
        this.client = client;
        this.server = server;
        this.fault = fault;
        this.whenEnded = whenEnded;
    }

    /** Carries bytes in one direction until the end or the fault. */
    void carry(Direction direction) {
        boolean fromClient = direction == Direction.FROM_CLIENT;
        try {
            copy(direction, fromClient ? client : server, fromClient ? server : client);
        } catch (IOException e) {
            cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut();
        }
        if (!fromClient) {
            letServerFinish();
        }
        if (directions.decrementAndGet() == 0) {
            close();
            whenEnded.accept(this);
        }
    }

    boolean isOpen() {
        return cut.getCount() > 0;
    }

    /** What is sent from now on gets nowhere, and nobody is told. */
    void stall() {
        stalled = true;
    }

    /** The client's connection is reset; the server reads to the end of what it has got. */
    void cut() {
        cut.countDown();
        try {
            client.setSoLinger(true, 0);
        } catch (IOException e) {
            // already gone
        }
        quietly(client::close);
        quietly(server::shutdownOutput);
    }

    void close() {
        cut();
        quietly(server::close);
    }

    private void copy(Direction direction, Socket from, Socket to) throws IOException, InterruptedException {
        boolean concerned = direction == fault.direction() && fault.effect() != Effect.NONE;
        Fault.Countdown countdown = fault.countdown();
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] piece = new byte[PIECE];
        while (true) {
            if (concerned && countdown.struck()) {
                endOrStall();
            }
            int length = in.read(piece);
            if (stalled) {
                awaitEnd(direction, in, piece);
            }
            if (!isOpen()) {
                return;
            }
            if (length < 0) {
                to.shutdownOutput();
                return;
            }
            int good = concerned ? countdown.passing(piece, length) : length;
            if (concerned && countdown.struck() && endsEverything()) {
                stalled = true; // before the last words pass, lest an answer to them be faster than we are
            }
            out.write(piece, 0, good);
            if (good < length) {
                writeSpoilt(out, piece, good, length);
            }
        }
    }

    /** A line that stalls does not tell the server that the client has gone, but we ourselves know of it. */
    private void awaitEnd(Direction direction, InputStream fromStalled, byte[] piece)
            throws IOException, InterruptedException {
        if (direction == Direction.FROM_CLIENT) {
            while (fromStalled.read(piece) >= 0) {
                // gets nowhere
            }
            cut();
        }
        cut.await();
    }

    private boolean endsEverything() {
        return fault.effect() == Effect.CUT || fault.effect() == Effect.STALL;
    }

    private void endOrStall() {
        if (fault.effect() == Effect.CUT) {
            cut();
        } else if (fault.effect() == Effect.STALL) {
            stall();
        }
    }

    private void writeSpoilt(OutputStream out, byte[] piece, int from, int to)
            throws IOException, InterruptedException {
        if (fault.effect() == Effect.GARBAGE) {
            byte[] other = new byte[to - from];
            noise.nextBytes(other);
            out.write(other);
        } else if (fault.effect() == Effect.DELAY && !cut.await(fault.delay().toMillis(), TimeUnit.MILLISECONDS)) {
            out.write(piece, from, to - from);
        }
    }

    /** Its answers go nowhere; it is not reset, so that it reads what it was sent and takes it seriously. */
    private void letServerFinish() {
        byte[] piece = new byte[PIECE];
        quietly(() -> {
            server.setSoTimeout(10_000);
            while (server.getInputStream().read(piece) >= 0) {
                // nobody listens
            }
        });
    }

    private static void quietly(Ending ending) {
        try {
            ending.end();
        } catch (IOException e) {
            // already gone
        }
    }

    private interface Ending {
        void end() throws IOException;
    }
}
