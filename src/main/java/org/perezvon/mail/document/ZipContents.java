package org.perezvon.mail.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The table of contents of a zip file, be it an archive or a document; nothing is unpacked to read it. */
final class ZipContents implements Closeable {

    /** What is called in old letters without saying so, is called so by Russian Windows. */
    private static final String OLD_NAMES = "IBM866";

    private static final int MOST = 10_000;

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    private ZipContents(ZipFile zip) {
        this.zip = zip;
        this.entries = Collections.list(zip.getEntries()).stream().limit(MOST).toList();
    }

    /** @throws IOException when it is no zip file, or a damaged one */
    static ZipContents of(byte[] content) throws IOException {
        return new ZipContents(ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setCharset(OLD_NAMES)
                .setIgnoreLocalFileHeader(true)
                .get());
    }

    List<String> names() {
        return entries.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipArchiveEntry::getName)
                .toList();
    }

    boolean has(Predicate<String> name) {
        return entries.stream().map(ZipArchiveEntry::getName).anyMatch(name);
    }

    boolean isEncrypted() {
        return entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption());
    }

    /** By what the archive itself says; may be a lie. */
    long unpackedSize() {
        return entries.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
    }

    /** What the file is, by what lies in it. */
    String type() throws IOException {
        if (has("[Content_Types].xml"::equals)) {
            boolean macros = has(OfficeRemarks::isMacro);
            if (has(name -> name.startsWith("word/"))) {
                return macros
                        ? "application/vnd.ms-word.document.macroenabled.12"
                        : FileType.OFFICE + "wordprocessingml.document";
            }
            if (has(name -> name.startsWith("xl/"))) {
                if (has("xl/workbook.bin"::equals)) {
                    return "application/vnd.ms-excel.sheet.binary.macroenabled.12";
                }
                return macros
                        ? "application/vnd.ms-excel.sheet.macroenabled.12"
                        : FileType.OFFICE + "spreadsheetml.sheet";
            }
            if (has(name -> name.startsWith("ppt/"))) {
                return macros
                        ? "application/vnd.ms-powerpoint.presentation.macroenabled.12"
                        : FileType.OFFICE + "presentationml.presentation";
            }
        }
        if (has("mimetype"::equals)) {
            String named = text("mimetype", 100).strip();
            return named.startsWith("application/") ? named : FileType.ZIP;
        }
        return has("META-INF/MANIFEST.MF"::equals) ? "application/java-archive" : FileType.ZIP;
    }

    /** As much of one entry as is allowed; empty when there is no such entry, or when it cannot be unpacked. */
    String text(String name, int limit) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null || !zip.canReadEntryData(entry)) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
        }
    }

    /** The entries with such names, as much of each as is allowed. */
    List<String> texts(Predicate<String> name, int limit) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String found : names().stream().filter(name).limit(100).toList()) {
            texts.add(text(found, limit));
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
