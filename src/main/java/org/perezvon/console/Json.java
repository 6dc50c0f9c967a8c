package org.perezvon.console;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Writes maps, lists, texts, numbers and truths as JSON that people can read, in the order they come. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    static String of(Object value) {
        Json json = new Json();
        json.write(value, "\n");
        return json.text.append('\n').toString();
    }

    private void write(Object value, String newLine) {
        if (value instanceof Map<?, ?> map) {
            writeAll('{', map.entrySet(), '}', newLine, entry -> {
                writeText(String.valueOf(entry.getKey()));
                text.append(": ");
                write(entry.getValue(), newLine + "  ");
            });
        } else if (value instanceof Collection<?> list) {
            writeAll('[', list, ']', newLine, element -> write(element, newLine + "  "));
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            writeText(value.toString());
        }
    }

    private <T> void writeAll(char begin, Collection<T> elements, char end, String newLine, Consumer<T> writing) {
        text.append(begin);
        for (Iterator<T> all = elements.iterator(); all.hasNext(); ) {
            text.append(newLine).append("  ");
            writing.accept(all.next());
            text.append(all.hasNext() ? "," : newLine);
        }
        text.append(end);
    }

    private void writeText(String value) {
        text.append('"');
        for (char character : value.toCharArray()) {
            switch (character) {
                case '"', '\\' -> text.append('\\').append(character);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(character < ' ' ? "\\u%04x".formatted((int) character) : character);
            }
        }
        text.append('"');
    }
}
