package org.perezvon.mail.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.OPCPackageWrapper;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** The text of a document of Word, Excel, PowerPoint or Outlook, and of RTF. */
final class OfficeText {

    private OfficeText() {}

    /** Who can read such a file; null when nobody can. */
    static @Nullable Parser parser(String type) {
        if (type.startsWith(FileType.OFFICE) || type.endsWith("macroenabled.12")) {
            return new OOXMLParser();
        }
        return switch (type) {
            case "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint",
                    "application/vnd.ms-outlook",
                    "application/x-tika-ooxml-protected" -> new OfficeParser();
            case "application/rtf", "text/rtf" -> new RTFParser();
            default -> null;
        };
    }

    static DocumentText of(byte[] content, String type, Parser parser) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(HttpHeaders.CONTENT_TYPE, type);
        Within within = new Within();
        BodyContentHandler text = new BodyContentHandler(DocumentText.LONGEST);
        boolean whole = true;
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(content))) {
            if (parser instanceof OOXMLParser) {
                // Opened already, it is not written into a file to be opened.
                in.setOpenContainer(new OPCPackageWrapper(OPCPackage.open(new ByteArrayInputStream(content))));
            }
            parser.parse(in, text, metadata, context(within));
        } catch (EncryptedDocumentException e) {
            return DocumentText.encrypted();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        } catch (TikaException | SAXException e) {
            if (!WriteLimitReachedException.isWriteLimitReached(e)) {
                throw new IOException(e);
            }
            whole = false;
        }
        List<Remark> remarks = OfficeRemarks.of(metadata, within.names);
        return DocumentText.of(text.toString(), whole, remarks);
    }

    private static ParseContext context(EmbeddedDocumentExtractor within) {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(true);
        config.setIncludeDeletedContent(false);
        config.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, within);
        return context;
    }

    /** Notes what lies within a document, and does not read it. */
    private static final class Within implements EmbeddedDocumentExtractor {

        private static final int MOST = 20;

        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            if (name != null && names.size() < MOST && !name.startsWith("image")) {
                names.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
            }
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // whatever lies within is opened by opening the document
        }
    }
}
