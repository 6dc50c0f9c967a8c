package org.perezvon.mail.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.charset.TextDecoding;

/**
 * A header value with parameters: {@code text/plain; charset=koi8-r}. Knows continued and encoded parameters (RFC 2231)
 * and the encoded words that stand where they must not.
 *
 * @param value the part before the first semicolon, lower case
 */
record HeaderParameters(String value, Map<String, String> parameters) {

    private static final int MOST_SECTIONS = 200;

    static HeaderParameters parse(String header) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Section>> sections = new LinkedHashMap<>();
        int at = header.indexOf(';');
        String value = (at < 0 ? header : header.substring(0, at)).strip().toLowerCase(Locale.ROOT);
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at + 1);
            if (equals < 0) {
                break;
            }
            int skipped = header.indexOf(';', at + 1);
            if (skipped >= 0 && skipped < equals) {
                at = skipped;
                continue;
            }
            String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder text = new StringBuilder();
            at = readValue(header, equals + 1, text);
            keep(name, text.toString(), plain, sections);
        }
        sections.forEach((name, parts) -> plain.put(name, joined(parts)));
        plain.replaceAll((name, text) -> sections.containsKey(name) ? text : HeaderWords.decode(unpercented(text)));
        return new HeaderParameters(value, plain);
    }

    /** Browsers write {@code %D0%9E}, and some programs forget the star that says so. */
    private static String unpercented(String text) {
        int quotes = text.indexOf("''");
        boolean starless = quotes > 0 && quotes < 12 && text.indexOf('%', quotes) == quotes + 2;
        String words = starless ? text.substring(quotes + 2) : text;
        int letters = 0;
        for (int at = words.indexOf('%'); at >= 0; at = words.indexOf('%', at + 1)) {
            int code = HeaderWords.hex(words, at + 1);
            if (code < 0) {
                return text;
            }
            letters += code >= 0x80 ? 1 : 0;
        }
        if (letters < 2 || !TextDecoding.isAscii(words.getBytes(StandardCharsets.UTF_8))) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        percent(words, bytes);
        return TextDecoding.of(bytes.toByteArray(), starless ? text.substring(0, quotes) : null)
                .text();
    }

    @Nullable
    String get(String name) {
        return parameters.get(name);
    }

    /** Reads a quoted or bare value; the index of the semicolon behind it, or the length. */
    private static int readValue(String header, int from, StringBuilder text) {
        int at = from;
        while (at < header.length() && Character.isWhitespace(header.charAt(at))) {
            at++;
        }
        if (at < header.length() && header.charAt(at) == '"') {
            at++;
            while (at < header.length() && header.charAt(at) != '"') {
                if (header.charAt(at) == '\\' && at + 1 < header.length() && isEscapable(header.charAt(at + 1))) {
                    at++;
                }
                text.append(header.charAt(at++));
            }
            int next = header.indexOf(';', Math.min(at, header.length()));
            return next < 0 ? header.length() : next;
        }
        int next = header.indexOf(';', at);
        int end = next < 0 ? header.length() : next;
        text.append(header.substring(Math.min(at, end), end).strip());
        return end;
    }

    /** Only these are escaped on purpose: {@code C:\\temp} written by a careless program keeps its backslashes. */
    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    private record Section(String text, boolean encoded) {}

    private static void keep(
            String name, String text, Map<String, String> plain, Map<String, TreeMap<Integer, Section>> sections) {
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, text);
            return;
        }
        String base = name.substring(0, star);
        String rest = name.substring(star + 1);
        boolean encoded = rest.isEmpty() || rest.endsWith("*");
        String digits = rest.endsWith("*") ? rest.substring(0, rest.length() - 1) : rest;
        if (digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        TreeMap<Integer, Section> parts = sections.computeIfAbsent(base, key -> new TreeMap<>());
        if (parts.size() < MOST_SECTIONS) {
            parts.putIfAbsent(number, new Section(text, encoded));
        }
    }

    private static String joined(TreeMap<Integer, Section> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        boolean first = true;
        for (Section part : parts.values()) {
            String text = part.text();
            if (first && part.encoded()) {
                int quote = text.indexOf('\'');
                int second = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
                if (second > 0) {
                    charset = text.substring(0, quote);
                    text = text.substring(second + 1);
                }
            }
            first = false;
            if (part.encoded()) {
                percent(text, bytes);
            } else {
                bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return TextDecoding.of(bytes.toByteArray(), charset).text();
    }

    private static void percent(String text, ByteArrayOutputStream bytes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c == '%' ? HeaderWords.hex(text, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
