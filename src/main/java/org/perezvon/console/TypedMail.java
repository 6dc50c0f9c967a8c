package org.perezvon.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file with a mail as somebody names it. */
final class TypedMail {

    private static final int LARGEST = 100 * 1024 * 1024;

    private TypedMail() {}

    /** @throws WrongInput saying why there are no bytes to be had */
    static byte[] bytes(String name) {
        Path file = TypedPath.parse(name);
        if (Files.isDirectory(file)) {
            throw new WrongInput("Это папка; укажите файлы в ней, например " + name + "/*.eml");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in);
        } catch (NoSuchFileException e) {
            throw new WrongInput("Такого файла нет");
        } catch (AccessDeniedException e) {
            throw new WrongInput("Файл не открыть: нет прав");
        } catch (IOException e) {
            throw new WrongInput("Файл не читается: " + e.getMessage());
        }
    }

    static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new WrongInput("Больше " + LARGEST / 1024 / 1024 + " МБ: таких писем не читаем");
        }
        return bytes;
    }
}
