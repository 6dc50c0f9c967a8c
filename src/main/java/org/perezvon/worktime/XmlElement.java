package org.perezvon.worktime;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of somebody else's XML, without its prefix; nothing outside the file is ever fetched. */
record XmlElement(String name, Map<String, String> attributes, int line) {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * All elements of a document in their order, the root first.
     *
     * @throws UnreadableCalendar when the document is not well-formed or declares a document type
     */
    static List<XmlElement> allOf(String text) {
        List<XmlElement> elements = new ArrayList<>();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(text.strip()));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                        throw UnreadableCalendar.at(
                                "Строка " + reader.getLocation().getLineNumber(),
                                "объявление DOCTYPE в календаре не допускается. Удалите его или скачайте файл из другого источника.");
                    case XMLStreamConstants.START_ELEMENT -> elements.add(current(reader));
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw UnreadableCalendar.at(
                    "Строка " + e.getLocation().getLineNumber(),
                    "файл испорчен или скачан не полностью, XML не разбирается. Скачайте его ещё раз.");
        }
        return elements;
    }

    /** An attribute, or nothing at all where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    String place() {
        return "Строка " + line;
    }

    private static XmlElement current(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new XmlElement(
                reader.getLocalName(), attributes, reader.getLocation().getLineNumber());
    }
}
