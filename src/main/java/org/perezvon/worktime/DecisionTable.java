package org.perezvon.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The right-hand side of the one decision table of a DMN file, read without an engine.
 *
 * @param columns names of the outputs
 * @param rows their cells, as written
 */
public record DecisionTable(List<String> columns, List<List<String>> rows) {

    /** @throws IllegalArgumentException in Russian, when this is no DMN, or holds no table or several */
    public static DecisionTable read(InputStream file) throws IOException {
        try {
            return read(reader(file));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static DecisionTable read(XMLStreamReader reader) throws XMLStreamException {
        DecisionTable table = new DecisionTable(new ArrayList<>(), new ArrayList<>());
        int tables = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw unreadable("объявление DOCTYPE не допускается", null);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "decisionTable" -> tables++;
                    case "output" -> table.columns().add(reader.getAttributeValue(null, "name"));
                    case "rule" -> table.rows().add(new ArrayList<>());
                    case "outputEntry" ->
                        table.rows().get(table.rows().size() - 1).add(cell(reader));
                    default -> {}
                }
            }
        }
        if (tables != 1) {
            throw new IllegalArgumentException("В файле должна быть ровно одна таблица решений, а их " + tables);
        }
        return table;
    }

    private static String cell(XMLStreamReader reader) throws XMLStreamException {
        String text = "";
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String content = reader.getElementText();
            text = reader.getLocalName().equals("text") ? content : text;
        }
        return text.strip();
    }

    private static XMLStreamReader reader(InputStream file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(file);
    }

    private static IllegalArgumentException unreadable(String why, @Nullable Exception cause) {
        return new IllegalArgumentException("Таблица решений не читается как DMN: " + why, cause);
    }
}
