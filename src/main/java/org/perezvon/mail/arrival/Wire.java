package org.perezvon.mail.arrival;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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

    private volatile @Nullable Socket socket;

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

    /** How long a read waits from now on, at least a millisecond. */
    void patience(Duration atMost) throws IOException {
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
        Socket fresh = new Socket();
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
