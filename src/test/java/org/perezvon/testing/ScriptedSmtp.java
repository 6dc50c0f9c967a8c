package org.perezvon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mail server that takes letters and misbehaves as it is told. Verbs are those of SMTP, {@code CONNECT} and {@code .}. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of an answer: the connection ends. */
    public static final String HANGS_UP = "hangs up";

    /** Instead of an answer: nothing, and the connection stays open. */
    public static final String FALLS_SILENT = "falls silent";

    private static final Map<String, String> USUAL = Map.of(
            "CONNECT", "220 scripted.example ESMTP",
            "EHLO", "250-scripted.example\r\n250-DSN\r\n250 8BITMIME",
            "DATA", "354 go on",
            ".", "250 2.0.0 Ok: queued as 4F1",
            "QUIT", "221 bye");

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> onceAnswers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile @Nullable ServerSocket door;

    public ScriptedSmtp() {
        this.door = listen(0);
        this.port = opened().getLocalPort();
    }

    public int port() {
        return port;
    }

    /** From now on this is answered so. */
    public void answer(String verb, String answer) {
        answers.put(verb, answer);
    }

    /** The next time this is answered so. */
    public void answerOnce(String verb, String answer) {
        onceAnswers.put(verb, answer);
    }

    /** From now on all is well. */
    public void behave() {
        answers.clear();
        onceAnswers.clear();
    }

    /** Nobody listens any more; open connections end. */
    public void stop() {
        try {
            opened().close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens again where it listened before. */
    public void start() {
        door = listen(port);
    }

    public List<String> commands() {
        return commands;
    }

    /** How often a verb was heard. */
    public long heard(String verb) {
        return commands.stream().filter(command -> verb(command).equals(verb)).count();
    }

    /** What was accepted, or fell into silence after its last dot. */
    public List<String> letters() {
        return letters;
    }

    @Override
    public void close() {
        stop();
    }

    private ServerSocket opened() {
        ServerSocket current = door;
        if (current == null) {
            throw new IllegalStateException("Not started");
        }
        return current;
    }

    private ServerSocket listen(int where) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), where));
            daemon(() -> {
                while (!socket.isClosed()) {
                    Socket caller = socket.accept();
                    open.add(caller);
                    daemon(() -> talk(caller));
                }
            });
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket socket) throws IOException {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            commands.add("CONNECT");
            boolean goesOn = say(socket, "CONNECT");
            for (String line = goesOn ? in.readLine() : null; line != null; line = goesOn ? in.readLine() : null) {
                commands.add(line);
                goesOn = say(socket, verb(line));
                if (goesOn && verb(line).equals("DATA") && answerTo("DATA").startsWith("354")) {
                    letters.add(letter(in));
                    commands.add(".");
                    goesOn = say(socket, ".");
                }
            }
        } finally {
            open.remove(socket);
        }
    }

    private String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    /** @return whether the conversation goes on */
    private boolean say(Socket socket, String verb) throws IOException {
        String once = onceAnswers.remove(verb);
        String answer = once == null ? answerTo(verb) : once;
        if (answer.equals(HANGS_UP)) {
            return false;
        }
        if (!answer.equals(FALLS_SILENT)) {
            OutputStream out = socket.getOutputStream();
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return !answer.startsWith("421");
    }

    private String answerTo(String verb) {
        return answers.getOrDefault(verb, USUAL.getOrDefault(verb, "250 2.1.0 Ok"));
    }

    private static String verb(String command) {
        return command.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    }

    private static void daemon(Talk talk) {
        Thread thread = new Thread(() -> {
            try {
                talk.run();
            } catch (IOException e) {
                // the other side, or the test, has ended it
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Talk {
        void run() throws IOException;
    }
}
