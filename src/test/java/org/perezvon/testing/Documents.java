package org.perezvon.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as agencies send them, made by the programs that make them, or by hand where a program would refuse. */
public final class Documents {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Documents() {}

    public static byte[] docx(String... paragraphs) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                for (String paragraph : paragraphs) {
                    document.createParagraph().createRun().setText(paragraph);
                }
                document.write(out);
            }
        });
    }

    /** The same with a password. */
    public static byte[] locked(byte[] docx) {
        return bytes(out -> {
            try (POIFSFileSystem file = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (var inside = encryptor.getDataStream(file)) {
                    inside.write(docx);
                }
                file.writeFilesystem(out);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A sheet «Ответ» that is seen, a sheet «Люди» and a second row that are not. */
    public static byte[] xlsx() {
        return bytes(out -> {
            try (Workbook book = new XSSFWorkbook()) {
                fill(book);
                book.write(out);
            }
        });
    }

    /** The same as Excel kept it until 2003. */
    public static byte[] xls() {
        return bytes(out -> {
            try (Workbook book = new HSSFWorkbook()) {
                fill(book);
                book.write(out);
            }
        });
    }

    private static void fill(Workbook book) {
        Sheet answer = book.createSheet("Ответ");
        answer.createRow(0).createCell(0).setCellValue("Пособие назначат 20 ноября");
        answer.createRow(1).createCell(0).setCellValue("Служебная строка");
        answer.getRow(1).setZeroHeight(true);
        book.createSheet("Люди").createRow(0).createCell(0).setCellValue("Не для чужих глаз");
        book.setSheetVisibility(1, SheetVisibility.HIDDEN);
    }

    public static byte[] pdf(String... lines) {
        return pdf(document -> {}, lines);
    }

    /** One that runs a script when it is opened. */
    public static byte[] pdfWithScript() {
        return pdf(
                document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('1')")),
                "Ответ");
    }

    public static byte[] lockedPdf() {
        return pdf(
                document -> {
                    try {
                        document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "Ответ");
    }

    private static byte[] pdf(Consumer<PDDocument> change, String... lines) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument();
                    InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
                PDFont letters = PDType0Font.load(document, font);
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                    text.beginText();
                    text.setFont(letters, 12);
                    text.newLineAtOffset(50, 700);
                    for (String line : lines) {
                        text.showText(line);
                        text.newLineAtOffset(0, -16);
                    }
                    text.endText();
                }
                change.accept(document);
                document.save(out);
            }
        });
    }

    /** As Word writes it for Russian: bytes of windows-1251, and signs beyond it by their number. */
    public static byte[] rtf(String text) {
        StringBuilder rtf =
                new StringBuilder("{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 ");
        Charset russian = Charset.forName("windows-1251");
        for (char letter : text.toCharArray()) {
            if (letter < 128) {
                rtf.append(letter);
            } else if (russian.newEncoder().canEncode(letter)) {
                rtf.append("\\'").append("%02x".formatted(String.valueOf(letter).getBytes(russian)[0] & 0xff));
            } else {
                rtf.append("\\u").append((int) letter).append('?');
            }
        }
        return rtf.append("\\par}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] odt(String text) {
        return openDocument("text", "<office:text><text:p>" + text + "</text:p></office:text>");
    }

    /** With a sheet that is not seen. */
    public static byte[] ods(String cell) {
        return openDocument("spreadsheet", """
                <office:automatic-styles><style:style style:name="ta1" style:family="table">\
                <style:table-properties table:display="false"/></style:style></office:automatic-styles>\
                <office:spreadsheet><table:table table:style-name="ta1" table:name="Люди"><table:table-row><table:table-cell>\
                <text:p>%s</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>""".formatted(cell));
    }

    private static byte[] openDocument(String kind, String body) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII));
        entries.put("content.xml", """
                <?xml version="1.0" encoding="UTF-8"?>\
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>%s</office:body>\
                </office:document-content>""".formatted(body).getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /** The beginning of any Windows program; nobody could run it. */
    public static byte[] program() {
        byte[] program = new byte[512];
        byte[] sign = "MZ".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sign, 0, program, 0, sign.length);
        program[0x3c] = 0x40;
        System.arraycopy("PE\0\0".getBytes(StandardCharsets.US_ASCII), 0, program, 0x40, 4);
        return program;
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
