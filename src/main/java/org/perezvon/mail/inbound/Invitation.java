package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.charset.TextDecoding;

/** What a calendar entry (RFC 5545) says to people, for letters that say nothing else. */
final class Invitation {

    private static final int MOST_LINES = 5000;
    private static final int LARGEST = 1_000_000;
    private static final int DATE_LENGTH = 8;

    private final List<String> lines = new ArrayList<>();
    private String method = "";

    private Invitation() {}

    /** Title, time, place and description of each event, one below the other; empty when there are none. */
    static String text(byte[] content, @Nullable String charset) {
        byte[] bytes = content.length > LARGEST ? Arrays.copyOf(content, LARGEST) : content;
        Invitation invitation = new Invitation();
        boolean event = false;
        for (String line : unfolded(TextDecoding.of(bytes, charset).text())) {
            int colon = valueFrom(line);
            if (colon < 0) {
                continue;
            }
            String name = line.substring(0, colon);
            int parameters = name.indexOf(';');
            String key = (parameters < 0 ? name : name.substring(0, parameters)).toUpperCase(Locale.ROOT);
            String value = unescaped(line.substring(colon + 1)).strip();
            if (key.equals("BEGIN") || key.equals("END")) {
                boolean entry = value.equalsIgnoreCase("VEVENT") || value.equalsIgnoreCase("VTODO");
                event = entry
                        ? key.equals("BEGIN")
                        : event && !key.equals("BEGIN") && !value.equalsIgnoreCase("VCALENDAR");
            } else if (key.equals("METHOD")) {
                invitation.method = value.toUpperCase(Locale.ROOT);
            } else if (event && !value.isEmpty()) {
                invitation.read(key, name.toUpperCase(Locale.ROOT), value);
            }
        }
        return String.join("\n", invitation.lines);
    }

    private void read(String key, String whole, String value) {
        switch (key) {
            case "SUMMARY" -> lines.add(method.equals("CANCEL") ? "Отменено: " + value : value);
            case "DTSTART" -> lines.add("Начало: " + time(value));
            case "DTEND", "DUE" -> lines.add("Окончание: " + time(value));
            case "LOCATION" -> lines.add("Место: " + value);
            case "DESCRIPTION", "COMMENT" -> lines.add(value);
            case "ATTENDEE" -> {
                if (method.equals("REPLY")) {
                    lines.add(
                            whole.contains("PARTSTAT=ACCEPTED")
                                    ? "Приглашение принято"
                                    : whole.contains("PARTSTAT=DECLINED")
                                            ? "Приглашение отклонено"
                                            : "Приглашение принято под вопросом");
                }
            }
            default -> {
                // what calendars tell each other
            }
        }
    }

    /** The colon before the value, not one within a quoted parameter; -1 when there is none. */
    private static int valueFrom(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String next : text.split("\r\n|\n|\r", MOST_LINES)) {
            if (next.startsWith(" ") || next.startsWith("\t")) {
                line.append(next, 1, next.length());
            } else {
                lines.add(line.toString());
                line.setLength(0);
                line.append(next);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** {@code 20261120T093000Z} as people write it; as it stands when it is no such time. */
    private static String time(String value) {
        if (value.length() < DATE_LENGTH || !value.chars().limit(DATE_LENGTH).allMatch(Character::isDigit)) {
            return value;
        }
        String date = value.substring(6, 8) + "." + value.substring(4, 6) + "." + value.substring(0, 4);
        if (value.length() < 13 || value.charAt(DATE_LENGTH) != 'T') {
            return date;
        }
        return date + " " + value.substring(9, 11) + ":" + value.substring(11, 13)
                + (value.endsWith("Z") ? " UTC" : "");
    }
}
