package org.perezvon.worktime;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * The text of a file in whatever encoding an office program saved it: a byte order mark decides; without one it is UTF-8
 * where that is possible, otherwise windows-1251, whatever the file says of itself.
 */
final class FileText {

    private static final int LIMIT = 2 * 1024 * 1024;
    private static final int HEAD = 1000;
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private FileText() {}

    /** @throws UnreadableCalendar when this is no text, or no calendar of a year could be so long */
    static String of(byte[] content) {
        if (content.length == 0) {
            throw new UnreadableCalendar("Файл пуст: 0 байт. Скачайте календарь ещё раз.");
        }
        if (content.length > LIMIT) {
            throw new UnreadableCalendar(
                    "Файл слишком велик: %d КБ, а календарь года занимает несколько килобайт, предел — %d КБ. Выберите файл календаря."
                            .formatted(content.length / 1024, LIMIT / 1024));
        }
        refuseOtherKinds(content);
        String text = decoded(content);
        if (text.isBlank()) {
            throw new UnreadableCalendar("Файл пуст: в нём только пробелы. Скачайте календарь ещё раз.");
        }
        if (text.chars().anyMatch(FileText::isNoText)) {
            throw new UnreadableCalendar(
                    "Это не текстовый файл, а двоичный. Нужен календарь в виде CSV, XML или JSON.");
        }
        if (isPage(text)) {
            throw new UnreadableCalendar(
                    "Это веб-страница (HTML), а не календарь: вероятно, вместо файла сохранена страница"
                            + " сайта или сообщение об ошибке. Скачайте сам файл.");
        }
        return text;
    }

    private static void refuseOtherKinds(byte[] content) {
        if (begins(content, 'P', 'K', 3, 4)) {
            throw new UnreadableCalendar(
                    "Это архив или книга Excel (XLSX), а не календарь. Распакуйте архив или сохраните лист как CSV.");
        }
        if (begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableCalendar(
                    "Это документ Microsoft Office, а не календарь. Сохраните лист Excel как CSV.");
        }
        if (begins(content, '%', 'P', 'D', 'F')) {
            throw new UnreadableCalendar("Это документ PDF, а не календарь. Нужен файл CSV, XML или JSON.");
        }
    }

    private static String decoded(byte[] content) {
        if (begins(content, 0xEF, 0xBB, 0xBF)) {
            return new String(content, 3, content.length - 3, UTF_8);
        }
        if (begins(content, 0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, UTF_16LE);
        }
        if (begins(content, 0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, UTF_16BE);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notUtf8) {
            refuseDamaged(new String(content, UTF_8));
            return new String(content, WINDOWS_1251);
        }
    }

    /** Russian words of windows-1251 hardly ever are Russian words of UTF-8; a file where they are was UTF-8 once. */
    private static void refuseDamaged(String mostlyReplaced) {
        long cyrillic = mostlyReplaced.chars().filter(c -> 'А' <= c && c <= 'я').count();
        long replaced = mostlyReplaced.chars().filter(c -> c == 0xFFFD).count();
        if (cyrillic > replaced) {
            throw new UnreadableCalendar(
                    "Файл испорчен: в тексте UTF-8 есть оборванные буквы. Скачайте его ещё раз, не пересохраняя.");
        }
    }

    private static boolean isPage(String text) {
        String beginning = text.stripLeading().toLowerCase(Locale.ROOT);
        String head = beginning.substring(0, Math.min(beginning.length(), HEAD));
        return head.startsWith("<") && (head.contains("<!doctype html") || head.contains("<html"));
    }

    private static boolean begins(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoText(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t' || character == 0xFFFD;
    }
}
