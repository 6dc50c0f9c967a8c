package org.perezvon.mail.arrival;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Just enough of an IMAP server to do what real ones do rarely and at the wrong moment. */
final class SmallImapServer implements AutoCloseable {

    static final String INBOX = "INBOX";

    private final ServerSocket door;
    private final Map<String, TreeMap<Long, byte[]>> folders = new TreeMap<>();
    private final Set<Long> withheld = ConcurrentHashMap.newKeySet();
    private final Set<Long> fatal = ConcurrentHashMap.newKeySet();
    private final Set<Long> unreadable = ConcurrentHashMap.newKeySet();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<ImapGuest> guests = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> once = new ConcurrentHashMap<>();
    private final Map<String, Consumer<ImapGuest>> always = new ConcurrentHashMap<>();
    private String capabilities = "IMAP4rev1 IDLE MOVE UIDPLUS";
    private long uidValidity = 1;
    private long nextUid = 1;
    private boolean readOnly;
    private String password = Mailbox.PASSWORD;

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
        guests.forEach(ImapGuest::announce);
        return uid;
    }

    /** Somebody who reads the same mailbox moves a mail. */
    synchronized void move(long uid, String from, String to) {
        folder(to).put(nextUid++, folder(from).getOrDefault(uid, new byte[0]));
        folder(from).remove(uid);
        guests.forEach(ImapGuest::announce);
    }

    /** The mailbox is restored from a copy: other UIDs, another UIDVALIDITY. */
    synchronized void restore() {
        List<byte[]> mails = new ArrayList<>(folder(INBOX).values());
        folder(INBOX).clear();
        uidValidity++;
        nextUid = 1000;
        mails.forEach(mail -> folder(INBOX).put(nextUid++, mail));
        guests.forEach(ImapGuest::leave);
    }

    synchronized List<Long> uids(String folder) {
        return List.copyOf(folder(folder).keySet());
    }

    synchronized SmallImapServer offering(String other) {
        capabilities = other;
        return this;
    }

    synchronized SmallImapServer withPassword(String other) {
        password = other;
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
    SmallImapServer answering(String command, Consumer<ImapGuest> answer) {
        always.put(command, answer);
        return this;
    }

    SmallImapServer answeringAsUsual(String command) {
        always.remove(command);
        return this;
    }

    /** Named and counted, but never delivered. */
    SmallImapServer withhold(long uid) {
        withheld.add(uid);
        return this;
    }

    /** Whoever asks for its text is cut off. */
    SmallImapServer breakOver(long uid) {
        fatal.add(uid);
        return this;
    }

    /** Whoever asks for anything of it is cut off. */
    SmallImapServer breakOverAllOf(long uid) {
        unreadable.add(uid);
        return breakOver(uid);
    }

    synchronized void deleted(long uid) {
        folder(INBOX).remove(uid);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    // What connections need, all of it under this object's lock.

    void hear(String command) {
        heard.add(command);
        once.keySet().stream().filter(command::startsWith).findFirst().ifPresent(key -> once.remove(key)
                .run());
    }

    Optional<Consumer<ImapGuest>> special(String command) {
        return always.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    boolean has(String folder) {
        return folders.containsKey(folder);
    }

    void create(String folder) {
        folders.put(folder, new TreeMap<>());
    }

    void put(String folder, byte[] mail) {
        folder(folder).put(nextUid++, mail);
    }

    boolean withholds(long uid) {
        return withheld.contains(uid);
    }

    boolean breaksOver(long uid) {
        return fatal.contains(uid);
    }

    boolean breaksOverTheHeadOf(long uid) {
        return unreadable.contains(uid);
    }

    boolean knows(String given) {
        return given.contains(password);
    }

    String capabilities() {
        return capabilities;
    }

    long uidValidity() {
        return uidValidity;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    void left(ImapGuest guest) {
        guests.remove(guest);
    }

    TreeMap<Long, byte[]> folder(String name) {
        TreeMap<Long, byte[]> folder = folders.get(name);
        if (folder == null) {
            throw new IllegalArgumentException("No folder " + name);
        }
        return folder;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                ImapGuest guest = new ImapGuest(this, door.accept());
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
        guests.forEach(ImapGuest::leave);
    }
}
