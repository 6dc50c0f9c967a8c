package org.perezvon.mail.wrapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.charset.TextDecoding;

/** Reads the attributes of a TNEF packet one after the other, and stops where they stop making sense. */
final class TnefReader {

    private static final int SIGNATURE = 0x223e9f78;
    private static final int DEEPEST = 3;
    private static final int MOST_FILES = 500;
    private static final int OBJECT_KIND = 16;

    private static final int BODY = 0x800c;
    private static final int FILE_DATA = 0x800f;
    private static final int FILE_TITLE = 0x8010;
    private static final int FILE_BEGINS = 0x9002;
    private static final int PROPERTIES = 0x9003;
    private static final int FILE_PROPERTIES = 0x9005;
    private static final int OEM_CODEPAGE = 0x9007;

    private final LittleEndian in;
    private final int depth;
    private final List<WrappedFile> files = new ArrayList<>();
    private int codepage;
    private String text = "";
    private String html = "";
    private @Nullable OpenFile open;
    private boolean whole = true;

    private static final class OpenFile {
        private String title = "";
        private byte[] data = {};
        private @Nullable MapiProperties properties;
    }

    TnefReader(byte[] bytes, int depth) {
        this.in = new LittleEndian(bytes);
        this.depth = depth;
    }

    static boolean isTnef(byte[] bytes) {
        return bytes.length > 6 && new LittleEndian(bytes).number() == SIGNATURE;
    }

    Tnef read() {
        in.skip(6); // signature and key
        while (in.left() > 8 && files.size() < MOST_FILES) {
            in.skip(1); // whether of the letter or of a file: the attribute itself tells
            int attribute = in.number() & 0xffff;
            int length = in.number();
            if (!in.has(length)) {
                whole = false;
                length = in.left();
            }
            attribute(attribute, in.take(length));
            in.skip(2); // sum of the bytes
        }
        close();
        return new Tnef(text, html, files, whole);
    }

    private void attribute(int attribute, byte[] value) {
        switch (attribute) {
            case OEM_CODEPAGE -> codepage = new LittleEndian(value).number();
            case BODY -> text = text.isEmpty() ? decoded(value) : text;
            case PROPERTIES -> letter(new MapiProperties(value, codepage));
            case FILE_BEGINS -> {
                close();
                open = new OpenFile();
            }
            case FILE_TITLE -> file().title = decoded(value);
            case FILE_DATA -> file().data = value;
            case FILE_PROPERTIES -> file().properties = new MapiProperties(value, codepage);
            default -> {
                // dates, priorities and what else Exchange tells itself
            }
        }
    }

    private OpenFile file() {
        OpenFile file = open;
        if (file == null) {
            file = new OpenFile();
            open = file;
        }
        return file;
    }

    private void letter(MapiProperties properties) {
        text = text.isBlank() ? properties.text(MapiProperties.BODY) : text;
        html = properties.text(MapiProperties.HTML);
        byte[] compressed = properties.bytes(MapiProperties.RTF_COMPRESSED);
        if (html.isBlank() && compressed.length > 0) {
            RtfText rtf = RtfText.read(CompressedRtf.decompressed(compressed));
            if (rtf.html()) {
                html = rtf.text();
            } else if (text.isBlank()) {
                text = rtf.text();
            }
        }
    }

    private String decoded(byte[] value) {
        String decoded = TextDecoding.of(value, Codepage.charset(codepage)).text();
        int end = decoded.indexOf(0);
        return end < 0 ? decoded : decoded.substring(0, end);
    }

    private void close() {
        OpenFile file = open;
        open = null;
        if (file == null) {
            return;
        }
        MapiProperties properties = file.properties;
        String name = properties == null ? "" : longName(properties);
        byte[] content = file.data;
        if (content.length == 0 && properties != null) {
            content = properties.bytes(MapiProperties.ATTACHED_BYTES);
            if (properties.isObject(MapiProperties.ATTACHED_BYTES)) {
                LittleEndian object = new LittleEndian(content);
                object.skip(OBJECT_KIND);
                content = object.take(object.left());
            }
        }
        String type = properties == null
                ? ""
                : properties.text(MapiProperties.MIME_TYPE).strip();
        add(new WrappedFile(name.isBlank() ? file.title : name, type.toLowerCase(Locale.ROOT), content));
    }

    private static String longName(MapiProperties properties) {
        String name = properties.text(MapiProperties.LONG_FILE_NAME);
        name = name.isBlank() ? properties.text(MapiProperties.FILE_NAME) : name;
        return name.isBlank() ? properties.text(MapiProperties.DISPLAY_NAME) : name;
    }

    /** A letter within the letter becomes a file with its words, and its files. */
    private void add(WrappedFile file) {
        if (depth >= DEEPEST || !isTnef(file.content())) {
            files.add(file);
            return;
        }
        Tnef inner = new TnefReader(file.content(), depth + 1).read();
        boolean plain = inner.html().isBlank();
        String words = plain ? inner.text() : inner.html();
        if (!words.isBlank()) {
            files.add(new WrappedFile(
                    (file.name().isBlank() ? "письмо" : file.name()) + (plain ? ".txt" : ".html"),
                    plain ? "text/plain" : "text/html",
                    words.getBytes(StandardCharsets.UTF_8)));
        }
        inner.files().stream().limit(MOST_FILES - files.size()).forEach(files::add);
    }
}
