package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/** Reads text/plain: line ends, quotation signs, and lines that were broken only for the journey (RFC 3676). */
final class PlainText {

    private static final int LONGEST_INITIALS = 3;

    private PlainText() {}

    /** Line ends become {@code \n}, no-break spaces plain ones, control characters and spaces at line ends go. */
    static String tidied(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        for (String line : lines(text)) {
            tidy.append(line).append('\n');
        }
        if (!tidy.isEmpty()) {
            tidy.setLength(tidy.length() - 1);
        }
        return tidy.toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                lines.add(finished(line));
            } else {
                appendTidy(line, c);
            }
        }
        lines.add(finished(line));
        return lines;
    }

    /** One delimiter keeps its space: "-- " says that a signature follows. */
    private static String finished(StringBuilder line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        boolean delimiter = end == 2 && line.charAt(0) == '-' && line.charAt(1) == '-' && line.length() == 3;
        String text = delimiter ? "-- " : line.substring(0, end);
        line.setLength(0);
        return text;
    }

    static void appendTidy(StringBuilder line, char c) {
        switch (c) {
            case '\u00a0', '\u2007', '\u202f', '\u3000' -> line.append(' ');
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\f', '\u000b' -> {
                // invisible
            }
            case '\t' -> line.append('\t');
            default -> {
                if (c >= ' ' && c != '\u007f') {
                    line.append(c);
                }
            }
        }
    }

    /** Joins the lines that end in a space with those that follow them in the same quotation. */
    static String unflowed(String text, boolean deleteSpace) {
        StringBuilder joined = new StringBuilder(text.length());
        StringBuilder paragraph = new StringBuilder();
        int paragraphDepth = -1;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String words = line.substring(depth);
            if (words.startsWith(" ")) {
                words = words.substring(1);
            }
            boolean delimiter = words.equals("-- ");
            if (paragraphDepth >= 0 && (depth != paragraphDepth || delimiter)) {
                close(joined, paragraph, paragraphDepth);
            }
            paragraphDepth = -1;
            boolean flows = words.endsWith(" ") && !delimiter;
            paragraph.append(flows && deleteSpace ? words.substring(0, words.length() - 1) : words);
            if (flows) {
                paragraphDepth = depth;
            } else {
                close(joined, paragraph, depth);
            }
        }
        if (paragraphDepth >= 0) {
            close(joined, paragraph, paragraphDepth);
        }
        return tidied(joined.isEmpty() ? "" : joined.substring(0, joined.length() - 1));
    }

    private static void close(StringBuilder joined, StringBuilder paragraph, int depth) {
        if (depth > 0) {
            joined.append(">".repeat(depth)).append(' ');
        }
        joined.append(paragraph).append('\n');
        paragraph.setLength(0);
    }

    /** The lines with their depth of quotation. */
    static List<Line> read(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int start = quotedFrom(line);
            if (start == 0) {
                lines.add(new Line(line, 0, false));
                continue;
            }
            int depth = 1;
            int at = start;
            while (at < line.length() && (line.charAt(at) == '>' || isSpaceBeforeSign(line, at))) {
                depth += line.charAt(at) == '>' ? 1 : 0;
                at++;
            }
            String words = line.substring(at);
            lines.add(new Line(words.startsWith(" ") ? words.substring(1) : words, depth, false));
        }
        return lines;
    }

    private static boolean isSpaceBeforeSign(String line, int at) {
        return line.charAt(at) == ' ' && at + 1 < line.length() && line.charAt(at + 1) == '>';
    }

    /** Behind the first quotation sign, also one with initials as The Bat! writes it ({@code ИВ> }); 0 when there is none. */
    private static int quotedFrom(String line) {
        if (line.startsWith(">")) {
            return 1;
        }
        int at = 0;
        while (at < line.length() && at < 2 && line.charAt(at) == ' ') {
            at++;
        }
        int initials = at;
        while (at < line.length() && at - initials < LONGEST_INITIALS && Character.isUpperCase(line.charAt(at))) {
            at++;
        }
        return at > initials && at < line.length() && line.charAt(at) == '>' ? at + 1 : 0;
    }
}
