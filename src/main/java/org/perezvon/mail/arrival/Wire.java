package org.perezvon.mail.arrival;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket below a connection, in our own hands: how long it waits can be changed while it is in use, and another thread
 * can cut it, whatever the connection is waiting for.
 */
final class Wire extends SocketFactory {

    /** So much longer than one silence an answer may take, besides what it carries. */
    private static final Duration ALLOWANCE = Duration.ofMinutes(1);

    /** 20 kB/s: a slower line would never bring a large mail. */
    private static final long NANOS_PER_BYTE = 50_000;

    private volatile @Nullable Socket socket;
    private long end = System.nanoTime() + ALLOWANCE.toNanos();

    private Wire() {}

    /** The wire under the connection that will be made with these properties. */
    static Wire under(Properties properties, String scheme, boolean protectedFromTheFirstByte) {
        String prefix = "mail." + scheme + ".";
        Wire wire = new Wire();
        if (protectedFromTheFirstByte) {
            Object configured = properties.get(prefix + "ssl.socketFactory");
            SSLSocketFactory protection = configured instanceof SSLSocketFactory factory
                    ? factory
                    : (SSLSocketFactory) SSLSocketFactory.getDefault();
            properties.put(prefix + "ssl.socketFactory", new Protection(wire, protection));
        } else {
            properties.put(prefix + "socketFactory", wire);
        }
        // Or a second attempt would be made around us.
        properties.put(prefix + "socketFactory.fallback", "false");
        return wire;
    }

    /** How long a read waits from now on, at least a millisecond; the whole of what comes now may take a minute more. */
    void patience(Duration atMost) throws IOException {
        patience(atMost, atMost.plus(ALLOWANCE));
    }

    /** @param inAll what comes now is to end within this time, and what the bytes take at 20 kB/s */
    void patience(Duration atMost, Duration inAll) throws IOException {
        end = System.nanoTime() + inAll.toNanos();
        Socket current = socket;
        if (current != null) {
            current.setSoTimeout((int) Math.min(Integer.MAX_VALUE, Math.max(1, atMost.toMillis())));
        }
    }

    void cut() {
        Socket current = socket;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                // Closed or not: nobody waits for it any more.
                return;
            }
        }
    }

    /** Not connected yet, and not protected: that comes on top. */
    @Override
    public Socket createSocket() {
        Socket fresh = new Line();
        socket = fresh;
        return fresh;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw stepByStep();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw stepByStep();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw stepByStep();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw stepByStep();
    }

    private static UnsupportedOperationException stepByStep() {
        return new UnsupportedOperationException("Connections are made step by step");
    }

    /** Knows when an answer has taken too long, even if something comes again and again. */
    private final class Line extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int from, int most) throws IOException {
                    int read = readInTime(in, bytes, from, most);
                    end += Math.max(0, read) * NANOS_PER_BYTE;
                    return read;
                }
            };
        }

        private int readInTime(InputStream in, byte[] bytes, int from, int most) throws IOException {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new TooSlow();
            }
            int atMost = getSoTimeout();
            if (atMost > 0 && atMost <= left) {
                return in.read(bytes, from, most);
            }
            setSoTimeout((int) Math.min(Integer.MAX_VALUE, left));
            try {
                return in.read(bytes, from, most);
            } catch (SocketTimeoutException e) {
                throw new TooSlow();
            } finally {
                setSoTimeout(atMost);
            }
        }
    }

    /** Protects our wire instead of making one of its own. */
    private static final class Protection extends SSLSocketFactory {

        private final Wire wire;
        private final SSLSocketFactory configured;

        Protection(Wire wire, SSLSocketFactory configured) {
            this.wire = wire;
            this.configured = configured;
        }

        @Override
        public Socket createSocket() {
            return wire.createSocket();
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            wire.socket = plain; // made by others: they ask us for protection only
            return configured.createSocket(plain, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw stepByStep();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw stepByStep();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw stepByStep();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw stepByStep();
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return configured.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return configured.getSupportedCipherSuites();
        }
    }
}
