package org.perezvon.mail.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, as far as it has any besides pictures. */
final class PdfText {

    private static final int MOST_PAGES = 300;

    static {
        FontMappers.set(new ShippedFont());
    }

    private PdfText() {}

    static DocumentText of(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            List<Remark> remarks = remarks(document);
            StringWriter text = new StringWriter();
            boolean whole = write(document, text) && document.getNumberOfPages() <= MOST_PAGES;
            DocumentText read = DocumentText.of(text.toString(), whole, remarks);
            return read.text().isBlank()
                    ? new DocumentText("", false, remarks, "в файле нет текста, только изображения: похоже, это скан")
                    : read;
        } catch (InvalidPasswordException e) {
            return DocumentText.encrypted();
        }
    }

    /** @return whether all was written */
    private static boolean write(PDDocument document, StringWriter text) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setEndPage(MOST_PAGES);
        stripper.setSuppressDuplicateOverlappingText(false);
        try {
            stripper.writeText(document, new Limited(text));
            return true;
        } catch (Enough e) {
            return false;
        }
    }

    private static List<Remark> remarks(PDDocument document) throws IOException {
        List<Remark> remarks = new ArrayList<>();
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        Object first = document.getDocumentCatalog().getOpenAction();
        if (first instanceof PDActionJavaScript || (names != null && names.getJavaScript() != null)) {
            remarks.add(Remark.danger("в PDF есть сценарий, который выполнится при открытии"));
        }
        if (first instanceof PDActionLaunch) {
            remarks.add(Remark.danger("PDF при открытии запускает программу"));
        }
        if (names != null && names.getEmbeddedFiles() != null) {
            remarks.add(Remark.of("внутри PDF есть вложенные файлы"));
        }
        return remarks;
    }

    /** Enough has been read. */
    private static final class Enough extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Takes as much as one can want to read. */
    private static final class Limited extends Writer {

        private final StringWriter text;

        Limited(StringWriter text) {
            this.text = text;
        }

        @Override
        public void write(char[] letters, int from, int length) throws Enough {
            if (text.getBuffer().length() + length > DocumentText.LONGEST) {
                throw new Enough();
            }
            text.write(letters, from, length);
        }

        @Override
        public void flush() {
            text.flush();
        }

        @Override
        public void close() {
            // what is written stays
        }
    }
}
