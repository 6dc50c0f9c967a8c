package org.perezvon.mail.arrival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link SmallImapServer}. */
final class ImapGuest {

    private final SmallImapServer server;
    private final Socket socket;
    private final OutputStream out;
    private String selected = SmallImapServer.INBOX;
    private @Nullable String idling;

    ImapGuest(SmallImapServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** The connection ends without a word. */
    void leave() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(String line) {
        write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A line that does not end, of so many megabytes. */
    void sayWithoutEnd(int megabytes) {
        byte[] part = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        write("* OK ".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < megabytes; i++) {
            write(part);
        }
        say("");
    }

    void serve() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            say("* OK [CAPABILITY " + server.capabilities() + "] ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                obey(words[0], words.length == 1 ? words[0] : words[1]);
            }
        } catch (IOException e) {
            server.left(this);
        }
    }

    private void obey(String tag, String command) {
        server.hear(command);
        Optional<Consumer<ImapGuest>> special = server.special(command);
        synchronized (server) {
            if (special.isPresent()) {
                special.get().accept(this);
            } else if (command.equals("IDLE")) {
                idling = tag;
                say("+ idling");
                return;
            } else if (command.equals("DONE")) {
                say(idling + " OK IDLE ended");
                idling = null;
                return;
            } else if (!answer(command)) {
                say(tag + " NO I cannot");
                return;
            }
            say(tag + " OK " + (server.isReadOnly() && command.startsWith("SELECT") ? "[READ-ONLY] " : "") + "done");
        }
    }

    /** Says how many mails there are, to everybody who waits for that. */
    void announce() {
        if (idling != null) {
            exists();
        }
    }

    void exists() {
        say("* " + server.folder(selected).size() + " EXISTS");
    }

    private boolean answer(String command) {
        String[] words = command.split(" ");
        switch (words[0]) {
            case "LOGIN" -> {
                return server.knows(command);
            }
            case "SELECT" -> {
                selected = unquoted(words[1]);
                if (!server.has(selected)) {
                    return false;
                }
                exists();
                say("* OK [UIDVALIDITY " + server.uidValidity() + "] valid");
            }
            case "CREATE" -> server.create(unquoted(words[1]));
            case "CAPABILITY" -> say("* CAPABILITY " + server.capabilities());
            case "NOOP" -> exists();
            case "UID" -> {
                return byUid(words);
            }
            default -> {}
        }
        return true;
    }

    private boolean byUid(String[] words) {
        TreeMap<Long, byte[]> folder = server.folder(selected);
        switch (words[1]) {
            case "SEARCH" -> say("* SEARCH" + found(words[3]));
            case "FETCH" -> uids(words[2]).forEach(uid -> fetch(uid, String.join(" ", words)));
            case "MOVE", "COPY" -> {
                String target = unquoted(words[3]);
                if (!server.has(target)) {
                    return false;
                }
                uids(words[2]).forEach(uid -> server.put(target, folder.getOrDefault(uid, new byte[0])));
                if (words[1].equals("MOVE")) {
                    uids(words[2]).forEach(this::expunge);
                }
            }
            case "EXPUNGE" -> uids(words[2]).forEach(this::expunge);
            default -> {}
        }
        return true;
    }

    private void expunge(long uid) {
        say("* " + number(uid) + " EXPUNGE");
        server.folder(selected).remove(uid);
    }

    private String found(String wanted) {
        TreeMap<Long, byte[]> folder = server.folder(selected);
        StringBuilder found = new StringBuilder();
        if (wanted.endsWith(":*")) {
            long from = Long.parseLong(wanted.replace(":*", ""));
            folder.keySet().stream()
                    .filter(uid -> uid >= from || uid.equals(folder.lastKey()))
                    .forEach(uid -> found.append(' ').append(uid));
        } else if (folder.containsKey(Long.valueOf(wanted))) {
            found.append(' ').append(wanted);
        }
        return found.toString();
    }

    private void fetch(long uid, String command) {
        byte[] mail = server.folder(selected).getOrDefault(uid, new byte[0]);
        String prefix = "* " + number(uid) + " FETCH (UID " + uid + " ";
        if (command.contains("RFC822.SIZE")) {
            say(prefix + "RFC822.SIZE " + mail.length + ")");
        } else if (command.contains("[HEADER]") && server.breaksOverTheHeadOf(uid)) {
            leave();
        } else if (command.contains("[HEADER]")) {
            int end = new String(mail, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            body(prefix + "BODY[HEADER]<0>", Arrays.copyOf(mail, end < 0 ? mail.length : end + 4));
        } else if (server.breaksOver(uid)) {
            write((prefix + "BODY[] {" + mail.length + "}\r\nhalf").getBytes(StandardCharsets.US_ASCII));
            leave();
        } else if (!server.withholds(uid)) {
            body(prefix + "BODY[]", mail);
        }
    }

    private void body(String prefix, byte[] bytes) {
        write((prefix + " {" + bytes.length + "}\r\n").getBytes(StandardCharsets.US_ASCII));
        write(bytes);
        say(")");
    }

    private List<Long> uids(String set) {
        return Arrays.stream(set.split(","))
                .map(Long::valueOf)
                .filter(server.folder(selected)::containsKey)
                .toList();
    }

    private int number(long uid) {
        return server.folder(selected).headMap(uid, true).size();
    }

    private static String unquoted(String name) {
        return name.replace("\"", "");
    }

    private synchronized void write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            server.left(this);
        }
    }
}
