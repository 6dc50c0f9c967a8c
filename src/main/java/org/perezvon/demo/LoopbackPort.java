package org.perezvon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine that nobody else can reach. */
final class LoopbackPort {

    private static final int ANY = 0;

    private LoopbackPort() {}

    static int free() {
        try {
            return claim(ANY);
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on this machine", e);
        }
    }

    /** The usual port, or any free one when it is taken. */
    static int usualOrFree(int usual) {
        try {
            return claim(usual);
        } catch (IOException e) {
            return free();
        }
    }

    private static int claim(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
