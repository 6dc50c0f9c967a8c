package org.perezvon.mail.arrival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Just enough of an IMAP server to do what real ones do rarely and at the wrong moment. */
final class SmallImapServer implements AutoCloseable {

    static final String INBOX = "INBOX";

    private final ServerSocket door;
    private final Map<String, TreeMap<Long, byte[]>> folders = new TreeMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Guest> guests = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> once = new ConcurrentHashMap<>();
    private final Map<String, Consumer<Guest>> always = new ConcurrentHashMap<>();
    private String capabilities = "IMAP4rev1 IDLE MOVE UIDPLUS";
    private long uidValidity = 1;
    private long nextUid = 1;
    private boolean readOnly;

    SmallImapServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        folders.put(INBOX, new TreeMap<>());
        daemon(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Lays a mail into the INBOX and tells whoever idles. */
    synchronized long deliver(String mail) {
        return deliver(mail.getBytes(StandardCharsets.UTF_8));
    }

    synchronized long deliver(byte[] mail) {
        long uid = nextUid++;
        folder(INBOX).put(uid, mail);
        guests.forEach(Guest::announce);
        return uid;
    }

    /** Somebody who reads the same mailbox moves a mail. */
    synchronized void move(long uid, String from, String to) {
        folder(to).put(nextUid++, folder(from).getOrDefault(uid, new byte[0]));
        folder(from).remove(uid);
        guests.forEach(Guest::announce);
    }

    /** The mailbox is restored from a copy: other UIDs, another UIDVALIDITY. */
    synchronized void restore() {
        List<byte[]> mails = new ArrayList<>(folder(INBOX).values());
        folder(INBOX).clear();
        uidValidity++;
        nextUid = 1000;
        mails.forEach(mail -> folder(INBOX).put(nextUid++, mail));
        guests.forEach(Guest::leave);
    }

    synchronized List<Long> uids(String folder) {
        return List.copyOf(folder(folder).keySet());
    }

    synchronized SmallImapServer offering(String other) {
        capabilities = other;
        return this;
    }

    synchronized SmallImapServer readOnly() {
        readOnly = true;
        return this;
    }

    /** In the middle of the next command that begins so, this happens. */
    SmallImapServer during(String command, Runnable happening) {
        once.put(command, happening);
        return this;
    }

    /** Commands that begin so are answered by this instead. */
    SmallImapServer answering(String command, Consumer<Guest> answer) {
        always.put(command, answer);
        return this;
    }

    SmallImapServer answeringAsUsual(String command) {
        always.remove(command);
        return this;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private TreeMap<Long, byte[]> folder(String name) {
        TreeMap<Long, byte[]> folder = folders.get(name);
        if (folder == null) {
            throw new IllegalArgumentException("No folder " + name);
        }
        return folder;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Guest guest = new Guest(door.accept());
                guests.add(guest);
                daemon(guest::serve);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "small-imap-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        guests.forEach(Guest::leave);
    }

    /** One connection. */
    final class Guest {

        private final Socket socket;
        private final OutputStream out;
        private String selected = INBOX;
        private @Nullable String idling;

        Guest(Socket socket) throws IOException {
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

        private void serve() {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                say("* OK [CAPABILITY " + capabilities + "] ready");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] words = line.split(" ", 2);
                    obey(words[0], words.length == 1 ? words[0] : words[1]);
                }
            } catch (IOException e) {
                guests.remove(this);
            }
        }

        private void obey(String tag, String command) {
            heard.add(command);
            once.keySet().stream().filter(command::startsWith).findFirst().ifPresent(key -> once.remove(key)
                    .run());
            Consumer<Guest> answer = always.entrySet().stream()
                    .filter(entry -> command.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            synchronized (SmallImapServer.this) {
                if (answer != null) {
                    answer.accept(this);
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
                say(tag + " OK " + (readOnly && command.startsWith("SELECT") ? "[READ-ONLY] " : "") + "done");
            }
        }

        /** Says how many mails there are, to everybody who waits for that. */
        void announce() {
            if (idling != null) {
                exists();
            }
        }

        void exists() {
            say("* " + folder(selected).size() + " EXISTS");
        }

        private boolean answer(String command) {
            String[] words = command.split(" ");
            switch (words[0]) {
                case "LOGIN" -> {
                    return command.contains(Mailbox.PASSWORD);
                }
                case "SELECT" -> {
                    selected = unquoted(words[1]);
                    if (!folders.containsKey(selected)) {
                        return false;
                    }
                    exists();
                    say("* OK [UIDVALIDITY " + uidValidity + "] valid");
                }
                case "CREATE" -> folders.put(unquoted(words[1]), new TreeMap<>());
                case "CAPABILITY" -> say("* CAPABILITY " + capabilities);
                case "NOOP" -> exists();
                case "UID" -> {
                    return byUid(words);
                }
                default -> {}
            }
            return true;
        }

        private boolean byUid(String[] words) {
            TreeMap<Long, byte[]> folder = folder(selected);
            switch (words[1]) {
                case "SEARCH" -> say("* SEARCH" + found(words[3]));
                case "FETCH" -> uids(words[2]).forEach(uid -> fetch(uid, String.join(" ", words)));
                case "MOVE", "COPY" -> {
                    String target = unquoted(words[3]);
                    if (!folders.containsKey(target)) {
                        return false;
                    }
                    uids(words[2]).forEach(uid -> folder(target).put(nextUid++, folder.getOrDefault(uid, new byte[0])));
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
            folder(selected).remove(uid);
        }

        private String found(String wanted) {
            TreeMap<Long, byte[]> folder = folder(selected);
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
            byte[] mail = folder(selected).getOrDefault(uid, new byte[0]);
            String prefix = "* " + number(uid) + " FETCH (UID " + uid + " ";
            if (command.contains("RFC822.SIZE")) {
                say(prefix + "RFC822.SIZE " + mail.length + ")");
            } else if (command.contains("[HEADER]")) {
                int end = new String(mail, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
                body(prefix + "BODY[HEADER]<0>", Arrays.copyOf(mail, end < 0 ? mail.length : end + 4));
            } else {
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
                    .filter(folder(selected)::containsKey)
                    .toList();
        }

        private int number(long uid) {
            return folder(selected).headMap(uid, true).size();
        }

        private static String unquoted(String name) {
            return name.replace("\"", "");
        }

        private synchronized void write(byte[] bytes) {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                guests.remove(this);
            }
        }
    }
}
