package org.perezvon.demo;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs from zonky's jar, unpacked once. Zonky's own class cannot take over a server that outlived its
 * JVM and switches fsync off, so we run {@code initdb} and {@code pg_ctl} ourselves.
 */
final class PostgresPrograms {

    private static final Logger log = LoggerFactory.getLogger(PostgresPrograms.class);

    /** The user {@code nobody}: PostgreSQL refuses to run as root. */
    private static final int NOBODY = 65534;

    private static final String PART = ".part-";

    private final Path home;
    private final RootRemedy rootRemedy;

    private PostgresPrograms(Path home, RootRemedy rootRemedy) {
        this.home = home;
        this.rootRemedy = rootRemedy;
    }

    /** @param shelf directory that keeps the unpacked programs from one start to the next */
    static synchronized PostgresPrograms unpackedIn(Path shelf) {
        try (InputStream resource = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                SystemUtils.IS_OS_WINDOWS ? "Windows" : SystemUtils.IS_OS_MAC ? "Darwin" : "Linux",
                SystemUtils.OS_ARCH)) {
            byte[] archive = resource.readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(archive);
            Path home = shelf.resolve("postgres-programs-%08x".formatted(checksum.getValue()));
            if (!Files.exists(home)) {
                Files.createDirectories(shelf);
                log.info("Распаковываю PostgreSQL в {}", home);
                unpack(archive, shelf, home);
            }
            return new PostgresPrograms(home, RootRemedy.forThisMachine());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack PostgreSQL into " + shelf, e);
        }
    }

    /**
     * Runs one program to its end.
     *
     * @return what it printed
     * @throws StartRefused when it fails
     */
    String run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(rootRemedy.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            // A file, not a pipe: the server inherits this handle and would keep a pipe open for as long as it lives.
            Path said = Files.createTempFile("perezvon-postgres", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                int code = patiently(process);
                String output = Files.readString(said, Charset.defaultCharset());
                if (code != 0) {
                    throw StartRefused.postgresFailed(program, output);
                }
                return output;
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not run " + command, e);
        }
    }

    /** To its end even when interrupted: whoever stops us wants the database stopped as well. */
    private static int patiently(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Hands files to the user the programs run as; needed only where root cannot simply lose its powers. */
    void own(Path tree) throws IOException {
        if (rootRemedy == RootRemedy.BECOME_NOBODY) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.setAttribute(file, "unix:uid", NOBODY);
                }
            }
        }
    }

    private static void unpack(byte[] archive, Path shelf, Path home) throws IOException {
        // A kill in the middle leaves only the part behind, never a half-filled home.
        removePartsOfTheDead(shelf, home);
        Path part = home.resolveSibling(
                home.getFileName() + PART + ProcessHandle.current().pid());
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = part.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0b001_000_000) != 0 && !SystemUtils.IS_OS_WINDOWS) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        try {
            Files.move(part, home);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            FileSystemUtils.deleteRecursively(part); // another application was faster
        }
    }

    private static void removePartsOfTheDead(Path shelf, Path home) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(shelf, home.getFileName() + PART + "*")) {
            for (Path part : parts) {
                String pid = part.toString().substring(part.toString().lastIndexOf('-') + 1);
                if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    FileSystemUtils.deleteRecursively(part);
                }
            }
        }
    }

    /** PostgreSQL refuses to run as root; this is how we step down. */
    private enum RootRemedy {
        NOT_NEEDED(List.of()),
        /** A user namespace in which root is nobody; files stay root's. */
        OWN_NAMESPACE(List.of("unshare", "-U")),
        /** Containers usually forbid namespaces to root, but let it become somebody else. */
        BECOME_NOBODY(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));

        private final List<String> prefix;

        RootRemedy(List<String> prefix) {
            this.prefix = prefix;
        }

        List<String> prefix() {
            return prefix;
        }

        static RootRemedy forThisMachine() {
            if (!SystemUtils.IS_OS_LINUX || !"root".equals(System.getProperty("user.name"))) {
                return NOT_NEEDED;
            }
            return LinuxUtils.isUnshareAvailable() ? OWN_NAMESPACE : BECOME_NOBODY;
        }
    }
}
