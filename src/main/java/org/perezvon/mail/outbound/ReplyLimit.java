package org.perezvon.mail.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/** Sockets over which a server may not answer without end: a reply lies in memory as a whole until it is over. */
final class ReplyLimit extends SocketFactory {

    /** Far more than any server has to say, and little beside our memory. */
    private static final long MOST_BYTES = 8_000_000;

    private final AtomicLong heard = new AtomicLong();

    /** What is heard from now on answers another command. */
    void startAnew() {
        heard.set(0);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return limited(super.getInputStream());
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("Only sockets that are connected later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("Only sockets that are connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("Only sockets that are connected later");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("Only sockets that are connected later");
    }

    private InputStream limited(InputStream server) {
        return new FilterInputStream(server) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                count(Math.max(read, 0));
                return read;
            }
        };
    }

    private void count(int bytes) throws IOException {
        if (heard.addAndGet(bytes) > MOST_BYTES) {
            throw new IOException("Сервер отвечает без конца: больше " + MOST_BYTES + " байт на одну команду");
        }
    }
}
