package org.perezvon.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The passwords of the demo's people and mailboxes: made up once, kept in a file that only its owner may read. */
final class DemoPasswords {

    /** The one password of every demo mailbox. */
    static final String MAILBOXES = "mailboxes";

    /** Letters and digits that nobody takes for one another when read from a screen. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final String HEADER = """
            # Пароли пробного запуска Перезвона. Придуманы при первом запуске; действуют только здесь.
            # Passwords of the demo, made up at its first start. The key "mailboxes" opens every demo mailbox.
            """;

    private final Map<String, String> byName;

    private DemoPasswords(Map<String, String> byName) {
        this.byName = byName;
    }

    /** Reads the file and makes up what it lacks of these names. */
    static DemoPasswords keptIn(Path directory, List<String> names) {
        Path file = directory.resolve("demo-users.properties");
        try {
            Map<String, String> byName = read(file);
            SecureRandom random = new SecureRandom();
            boolean complete = byName.keySet().containsAll(names);
            names.forEach(name -> byName.computeIfAbsent(name, any -> madeUp(random)));
            if (!complete) {
                Files.createDirectories(directory);
                write(file, byName);
            }
            return new DemoPasswords(byName);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the demo's passwords in " + file, e);
        }
    }

    String of(String name) {
        String password = byName.get(name);
        if (password == null) {
            throw new IllegalArgumentException("No password was made up for " + name);
        }
        return password;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> byName = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> byName.put(name, properties.getProperty(name)));
        }
        return byName;
    }

    private static void write(Path file, Map<String, String> byName) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        byName.forEach((name, password) ->
                text.append(name).append('=').append(password).append('\n'));
        // Nobody may read it even for the moment between its creation and its permissions.
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, text, StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String madeUp(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < 3; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (int letter = 0; letter < 4; letter++) {
                password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return password.toString();
    }
}
