package org.perezvon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One application to one data directory. The operating system lets go of it however the application ends. */
final class DirectoryLock implements AutoCloseable {

    /**
     * Directories held by this JVM: a second channel on the same file would, when closed, let go of the first one's lock.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @throws StartRefused when another application holds the directory */
    static DirectoryLock take(Path directory) {
        Path file = directory.resolve("perezvon.lock");
        try {
            Files.createDirectories(directory);
            Path real = directory.toRealPath();
            if (!HELD_HERE.add(real)) {
                throw StartRefused.directoryTaken(directory.toString(), "");
            }
            FileChannel channel = null;
            boolean taken = false;
            try {
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    throw StartRefused.directoryTaken(directory.toString(), holder(channel));
                }
                channel.truncate(0);
                channel.write(StandardCharsets.US_ASCII.encode(
                        Long.toString(ProcessHandle.current().pid())));
                taken = true;
                return new DirectoryLock(real, channel);
            } finally {
                if (!taken) {
                    HELD_HERE.remove(real);
                    closeQuietly(channel);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock the data directory " + directory, e);
        }
    }

    @Override
    public void close() {
        HELD_HERE.remove(directory);
        closeQuietly(channel);
    }

    private static String holder(FileChannel channel) {
        ByteBuffer written = ByteBuffer.allocate(20);
        try {
            channel.read(written, 0);
        } catch (IOException e) {
            return ""; // Windows does not let a locked file be read
        }
        String pid = new String(written.array(), 0, written.position(), StandardCharsets.US_ASCII);
        return pid.isEmpty() ? "" : " (PID " + pid + ")";
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not close the lock file", e);
        }
    }
}
