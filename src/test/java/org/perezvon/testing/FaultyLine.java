package org.perezvon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP line to a server on this machine that fails as it is told: by a script, one {@link Fault} for each connection, or by
 * a seed. With nothing left to do it is a good line. It knows nothing of what passes, so protected connections fail as well
 * as open ones.
 */
public final class FaultyLine implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultyLine::daemon);
    private final Queue<Fault> script = new ConcurrentLinkedQueue<>();
    private final Set<FaultyConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Fault otherwise = Fault.none();
    private volatile boolean refusing;

    private FaultyLine(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    /** To this port of this machine; it need not be there yet. */
    public static FaultyLine to(int port) {
        try {
            FaultyLine line = new FaultyLine(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            line.threads.execute(line::takeConnections);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect instead. */
    public int port() {
        return door.getLocalPort();
    }

    /** What happens to the next connections, one fault each; this comes after what was said before. */
    public FaultyLine next(Fault... faults) {
        script.addAll(List.of(faults));
        return this;
    }

    /** The next connections have random faults, the same for the same seed. */
    public FaultyLine misbehave(long seed, int times) {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            script.add(Fault.random(random));
        }
        return this;
    }

    /** What happens to every connection for which the script says nothing. */
    public FaultyLine always(Fault fault) {
        otherwise = fault;
        return this;
    }

    /** Whoever connects from now on is turned away; what is open stays open. */
    public FaultyLine refuse() {
        refusing = true;
        return this;
    }

    /** Whatever was planned: new connections are good ones. */
    public FaultyLine heal() {
        script.clear();
        otherwise = Fault.none();
        refusing = false;
        return this;
    }

    /** Resets every connection there is. */
    public void cutNow() {
        open.forEach(FaultyConnection::cut);
    }

    /** From now on nothing passes through the connections there are, and nobody is told: a half-open line. */
    public void stallNow() {
        open.forEach(FaultyConnection::stall);
    }

    /** How often somebody has connected, turned away or not. */
    public int connections() {
        return connections.get();
    }

    /** Connections that are open now, as far as the client knows. */
    public long open() {
        return open.stream().filter(FaultyConnection::isOpen).count();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(FaultyConnection::close);
            threads.shutdownNow();
        }
    }

    private void takeConnections() {
        while (!door.isClosed()) {
            try {
                take(door.accept());
            } catch (IOException e) {
                // closed, or a client that was faster away than we could look
            }
        }
    }

    private void take(Socket client) throws IOException {
        connections.incrementAndGet();
        Fault planned = refusing ? null : script.poll();
        Fault fault = planned == null ? otherwise : planned;
        Socket server = new Socket();
        FaultyConnection connection = new FaultyConnection(client, server, fault, open::remove);
        if (refusing) {
            connection.close();
            return;
        }
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            connection.close();
            throw e;
        }
        open.add(connection);
        threads.execute(() -> connection.carry(Fault.Direction.FROM_CLIENT));
        threads.execute(() -> connection.carry(Fault.Direction.FROM_SERVER));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-line");
        thread.setDaemon(true);
        return thread;
    }
}
