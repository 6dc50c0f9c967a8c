package org.perezvon.mail.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a document of LibreOffice: one part of it, read from its beginning to its end. */
final class OpenDocumentText {

    private static final int LARGEST_PART = 20 * 1024 * 1024;

    private static final Set<String> LINES = Set.of("p", "h", "table-row", "list-item");

    /** What was deleted, remarked beside the text, or is only said of a figure. */
    private static final Set<String> NOT_SAID = Set.of("tracked-changes", "annotation", "desc", "title");

    private static final XMLInputFactory XML = factory();

    private OpenDocumentText() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // No entity of a stranger is followed, and none is made larger.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static DocumentText of(ZipContents document) throws IOException {
        if (document.text("META-INF/manifest.xml", LARGEST_PART).contains("encryption-data")) {
            return DocumentText.encrypted();
        }
        String content = document.text("content.xml", LARGEST_PART);
        StringBuilder text = new StringBuilder();
        try {
            boolean whole = read(XML.createXMLStreamReader(new StringReader(content)), text);
            return DocumentText.of(text.toString(), whole);
        } catch (XMLStreamException e) {
            // What stands before the damage was said.
            return text.isEmpty() ? DocumentText.unread("файл повреждён") : DocumentText.of(text.toString(), false);
        }
    }

    /** @return whether all was read */
    private static boolean read(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
        int unsaid = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                unsaid += unsaid > 0 || NOT_SAID.contains(xml.getLocalName()) ? 1 : 0;
                if (unsaid == 0) {
                    opened(xml.getLocalName(), text);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (unsaid > 0) {
                    unsaid--;
                } else {
                    closed(xml.getLocalName(), text);
                }
            } else if (event == XMLStreamConstants.CHARACTERS && unsaid == 0) {
                text.append(xml.getText());
            }
            if (text.length() > DocumentText.LONGEST) {
                return false;
            }
        }
        return true;
    }

    private static void opened(String name, StringBuilder text) {
        switch (name) {
            case "s" -> text.append(' ');
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            default -> {
                // says nothing by itself
            }
        }
    }

    private static void closed(String name, StringBuilder text) {
        boolean inCell = name.equals("table-cell");
        if (inCell) {
            while (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
                text.setLength(text.length() - 1);
            }
            text.append('\t');
        } else if (LINES.contains(name)) {
            text.append('\n');
        }
    }
}
