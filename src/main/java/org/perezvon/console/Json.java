package org.perezvon.console;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers, truths and what is not there as JSON, in the order they come. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    private final String indent;

    private Json(String indent) {
        this.indent = indent;
    }

    /** That people can read. */
    static String of(Object value) {
        Json json = new Json("  ");
        json.write(value, "\n");
        return json.text.append('\n').toString();
    }

    /** In one line. */
    static String lineOf(Object value) {
        Json json = new Json("");
        json.write(value, "");
        return json.text.append('\n').toString();
    }

    private void write(@Nullable Object value, String newLine) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof Map<?, ?> map) {
            writeAll('{', map.entrySet(), '}', newLine, entry -> {
                writeText(String.valueOf(entry.getKey()));
                text.append(indent.isEmpty() ? ":" : ": ");
                write(entry.getValue(), newLine + indent);
            });
        } else if (value instanceof Collection<?> list) {
            writeAll('[', list, ']', newLine, element -> write(element, newLine + indent));
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            writeText(value.toString());
        }
    }

    private <T> void writeAll(char begin, Collection<T> elements, char end, String newLine, Consumer<T> writing) {
        text.append(begin);
        for (Iterator<T> all = elements.iterator(); all.hasNext(); ) {
            text.append(newLine).append(indent);
            writing.accept(all.next());
            text.append(all.hasNext() ? "," : newLine);
        }
        text.append(end);
    }

    private void writeText(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '"', '\\' -> text.append('\\').append(character);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (character < ' ') {
                        text.append("\\u%04x".formatted((int) character));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }
}
