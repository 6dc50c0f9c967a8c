package org.perezvon.mail.files;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/** Where {@code clamd} listens. */
sealed interface ClamdAddress {

    /** Not connected yet. */
    SocketChannel channel() throws IOException;

    /** Looked up anew each time: a scanner in a container moves. */
    SocketAddress resolved() throws IOException;

    record Tcp(String host, int port) implements ClamdAddress {

        @Override
        public SocketChannel channel() throws IOException {
            return SocketChannel.open();
        }

        @Override
        public SocketAddress resolved() throws IOException {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new UnknownHostException(host);
            }
            return address;
        }
    }

    record Local(String path) implements ClamdAddress {

        @Override
        public SocketChannel channel() throws IOException {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }

        @Override
        public SocketAddress resolved() {
            return UnixDomainSocketAddress.of(path);
        }
    }

    /** @throws IllegalArgumentException when it is neither a path nor a host with a port */
    static ClamdAddress parse(String text) {
        String address = text.strip();
        if (address.startsWith("/")) {
            return new Local(address);
        }
        int colon = address.lastIndexOf(':');
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            if (colon > 0 && port > 0 && port < 65536) {
                return new Tcp(address.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("perezvon.mail.scanner.address: «" + text
                + "» — ни адрес с портом (clamav:3310), ни путь к сокету (/run/clamav/clamd.ctl)");
    }
}
