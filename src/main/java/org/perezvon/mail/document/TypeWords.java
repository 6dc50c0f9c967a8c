package org.perezvon.mail.document;

import java.util.Map;

/** Types as people call them. */
final class TypeWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("application/pdf", "документ PDF"),
            Map.entry("application/msword", "документ Word"),
            Map.entry(FileType.OFFICE + "wordprocessingml.document", "документ Word"),
            Map.entry("application/vnd.ms-word.document.macroenabled.12", "документ Word с макросами"),
            Map.entry("application/vnd.ms-excel", "таблица Excel"),
            Map.entry(FileType.OFFICE + "spreadsheetml.sheet", "таблица Excel"),
            Map.entry("application/vnd.ms-excel.sheet.macroenabled.12", "таблица Excel с макросами"),
            Map.entry("application/vnd.ms-excel.sheet.binary.macroenabled.12", "таблица Excel"),
            Map.entry("application/vnd.ms-powerpoint", "презентация PowerPoint"),
            Map.entry(FileType.OFFICE + "presentationml.presentation", "презентация PowerPoint"),
            Map.entry(
                    "application/vnd.ms-powerpoint.presentation.macroenabled.12", "презентация PowerPoint с макросами"),
            Map.entry("application/x-tika-ooxml-protected", "документ под паролем"),
            Map.entry("application/vnd.ms-outlook", "письмо Outlook"),
            Map.entry("application/rtf", "документ RTF"),
            Map.entry(FileType.OPEN_DOCUMENT + "text", "документ OpenDocument"),
            Map.entry(FileType.OPEN_DOCUMENT + "spreadsheet", "таблица OpenDocument"),
            Map.entry("text/plain", "текст"),
            Map.entry("text/html", "страница HTML"),
            Map.entry("message/rfc822", "письмо"),
            Map.entry("application/zip", "архив ZIP"),
            Map.entry("application/x-rar-compressed", "архив RAR"),
            Map.entry("application/x-7z-compressed", "архив 7-Zip"),
            Map.entry("application/x-dosexec", "программа Windows"),
            Map.entry("application/x-msdownload", "программа Windows"),
            Map.entry("application/x-ms-shortcut", "ярлык Windows"),
            Map.entry("application/x-ms-installer", "установщик Windows"),
            Map.entry("application/java-archive", "программа Java"),
            Map.entry("image/jpeg", "изображение JPEG"),
            Map.entry("image/png", "изображение PNG"),
            Map.entry("image/gif", "изображение GIF"),
            Map.entry("image/tiff", "изображение TIFF"));

    private TypeWords() {}

    /** Whether people have a word for it. */
    static boolean has(String type) {
        return WORDS.containsKey(type);
    }

    static String of(String type) {
        return WORDS.getOrDefault(type, type);
    }
}
