package org.perezvon.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A folder of files, on a disk or packed with the classes, read without a framework: the console has none. */
sealed interface Folder {

    /** Paths of all files in it and below, relative to it, in order. */
    List<String> files();

    /** Where a file lies, for people. */
    String whereIs(String file);

    byte[] content(String file);

    /** @param place with its slash: {@code classpath:calendars/}, {@code file:/etc/perezvon/calendars/} */
    static Folder at(String place) {
        String path = place.substring(place.indexOf(':') + 1);
        if (place.startsWith("classpath:")) {
            return packed(path);
        }
        // A relative path is no URI.
        return new OnDisk(path.startsWith("/") ? Path.of(URI.create(place.replace(" ", "%20"))) : Path.of(path));
    }

    private static Folder packed(String path) {
        URL here = Folder.class.getResource("/" + path);
        if (here == null) {
            throw new IllegalArgumentException("Не удалось найти папку " + path + " в программе");
        }
        try {
            return here.getProtocol().equals("file")
                    ? new OnDisk(Path.of(here.toURI()))
                    : new Packed(path, (JarURLConnection) here.openConnection());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Не удалось открыть " + here, e);
        }
    }

    record OnDisk(Path folder) implements Folder {

        @Override
        public List<String> files() {
            try (Stream<Path> below = Files.walk(folder)) {
                return below.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("Не удалось прочитать папку " + folder, e);
            }
        }

        @Override
        public String whereIs(String file) {
            return folder.resolve(file).toString();
        }

        @Override
        public byte[] content(String file) {
            try {
                return Files.readAllBytes(folder.resolve(file));
            } catch (NoSuchFileException e) {
                throw new UncheckedIOException("Нет файла " + whereIs(file), e);
            } catch (IOException e) {
                throw new UncheckedIOException("Не удалось прочитать " + whereIs(file), e);
            }
        }
    }

    /** @param connection to the folder's own entry in the jar, which is shared and stays open */
    record Packed(String path, JarURLConnection connection) implements Folder {

        @Override
        public List<String> files() {
            try {
                return connection.getJarFile().stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(path))
                        .map(name -> name.substring(path.length()))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("Не удалось прочитать папку " + path + " в программе", e);
            }
        }

        @Override
        public String whereIs(String file) {
            return path + file + " в программе";
        }

        @Override
        public byte[] content(String file) {
            try {
                JarFile jar = connection.getJarFile();
                ZipEntry entry = jar.getEntry(path + file);
                if (entry == null) {
                    throw new IllegalArgumentException("Нет файла " + whereIs(file));
                }
                try (InputStream content = jar.getInputStream(entry)) {
                    return content.readAllBytes();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Не удалось прочитать " + whereIs(file), e);
            }
        }
    }
}
