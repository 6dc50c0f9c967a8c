package org.perezvon.mail.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.tika.parser.Parser;
import org.jsoup.Jsoup;

/** Looks into a file. Strangers write files: to be called only where time and memory are limited. */
public final class Examination {

    private static final Set<String> PROGRAMS = Set.of(
            "application/x-dosexec",
            "application/x-msdownload",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-mach-o",
            "application/x-ms-installer",
            "application/x-ms-shortcut",
            "application/java-archive",
            "application/java-vm",
            "application/vnd.android.package-archive",
            "application/vnd.ms-cab-compressed",
            "application/x-iso9660-image",
            "application/x-sh",
            "text/x-python",
            "text/x-perl",
            "application/x-bat",
            "text/x-vbscript",
            "application/javascript",
            "text/javascript");

    /** Archives whose contents nobody here looks at. */
    private static final Set<String> CLOSED = Set.of(
            "application/x-rar-compressed",
            "application/x-7z-compressed",
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-tar",
            "application/x-gtar",
            "application/x-arj",
            "application/x-ace-compressed",
            "application/zstd",
            "application/x-compress");

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml", "image/svg+xml");

    private static final int LONGEST_READ = 4 * 1024 * 1024;

    private final byte[] content;
    private final Function<byte[], String> decoding;
    private final List<Remark> remarks = new ArrayList<>();

    private Examination(byte[] content, Function<byte[], String> decoding) {
        this.content = content;
        this.decoding = decoding;
    }

    /**
     * Never fails on what is merely damaged; time and memory are not watched here.
     *
     * @param decoding how bytes become letters, where a file does not say how
     */
    public static Findings of(byte[] content, Function<byte[], String> decoding) {
        return new Examination(content, decoding).findings();
    }

    private Findings findings() {
        String type = FileType.of(content);
        DocumentText text;
        try {
            type = inside(type);
            text = read(type);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            text = DocumentText.unread("файл повреждён, или это не то, чем кажется");
        }
        if (PROGRAMS.contains(type)) {
            remarks.add(0, Remark.danger("это программа, а не документ"));
        }
        if (PAGES.contains(type)) {
            remarks.add(Remark.danger("страница: откроется в браузере и может выдать себя за чужой сайт"));
        }
        remarks.addAll(text.remarks());
        return new Findings(
                type, text.text(), text.whole(), remarks.stream().distinct().toList(), text.unread());
    }

    /** Of a container, what it is. */
    private String inside(String type) throws IOException {
        if (type.equals(FileType.ZIP) || type.startsWith(FileType.OFFICE) || type.startsWith(FileType.OPEN_DOCUMENT)) {
            try (ZipContents zip = ZipContents.of(content)) {
                String within = zip.type();
                remarks.addAll(
                        within.equals(FileType.ZIP) ? ArchiveRemarks.of(zip, content.length) : OfficeRemarks.of(zip));
                return within;
            }
        }
        if (type.equals(FileType.OLE)) {
            try (OleContents ole = OleContents.of(content)) {
                if (ole.hasMacros()) {
                    remarks.add(OfficeRemarks.MACROS);
                }
                return ole.type();
            }
        }
        if (CLOSED.contains(type)) {
            remarks.add(Remark.of("архив, содержимое которого мы не просматриваем"));
        }
        return type;
    }

    private DocumentText read(String type) throws IOException {
        Parser parser = OfficeText.parser(type);
        if (parser != null) {
            return OfficeText.of(content, type, parser);
        }
        if (type.startsWith(FileType.OPEN_DOCUMENT)) {
            try (ZipContents zip = ZipContents.of(content)) {
                return OpenDocumentText.of(zip);
            }
        }
        if (type.equals("application/pdf")) {
            return PdfText.of(content);
        }
        if (type.equals(FileType.ZIP)) {
            try (ZipContents zip = ZipContents.of(content)) {
                return DocumentText.of(String.join("\n", zip.names()), true);
            }
        }
        if (type.startsWith("text/")) {
            boolean whole = content.length <= LONGEST_READ;
            byte[] start = whole ? content : Arrays.copyOf(content, LONGEST_READ);
            String text = decoding.apply(start);
            return DocumentText.of(type.equals("text/html") ? Jsoup.parse(text).wholeText() : text, whole);
        }
        return DocumentText.NONE;
    }
}
