package org.perezvon.mail.inbound;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/** Reads a header's list of addresses in one pass: names in quotes, comments, groups, and what programs make of them. */
final class AddressLine {

    private static final int MOST_ADDRESSES = 1000;

    private final List<Correspondent> found = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean angleSeen;

    private AddressLine() {}

    static List<Correspondent> parse(String header) {
        AddressLine line = new AddressLine();
        line.read(header);
        if (line.found.isEmpty() && header.indexOf('@') >= 0) {
            line.salvage(header);
        }
        return List.copyOf(line.found);
    }

    private void read(String header) {
        boolean quoted = false;
        boolean inAngle = false;
        int depth = 0;
        int lastWord = header.contains("=?") ? header.lastIndexOf("?=") : 0;
        for (int i = 0; i < header.length() && found.size() < MOST_ADDRESSES; i++) {
            char c = header.charAt(i);
            int word = !quoted && depth == 0 && !inAngle && c == '=' && i < lastWord
                    ? HeaderWords.endOfWord(header, i)
                    : i;
            if (word > i) {
                phrase.append(header, i, word); // a comma in it divides nothing
                i = word - 1;
            } else if (quoted) {
                if (c == '\\' && i + 1 < header.length()) {
                    phrase.append(header.charAt(++i));
                } else if (c == '"') {
                    quoted = false;
                } else {
                    phrase.append(c);
                }
            } else if (depth > 0) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth > 0) {
                    comment.append(c);
                }
            } else if (inAngle) {
                if (c == '>') {
                    inAngle = false;
                } else {
                    angle.append(c);
                }
            } else {
                switch (c) {
                    case '"' -> quoted = true;
                    case '(' -> depth = 1;
                    case '<' -> {
                        inAngle = true;
                        angleSeen = true;
                        angle.setLength(0);
                    }
                    case ',', ';' -> flush();
                    case ':' -> phrase.setLength(0); // the name of a group
                    default -> phrase.append(c);
                }
            }
        }
        flush();
    }

    /** Brackets or quotes were left open: whatever looks like an address is taken for one. */
    private void salvage(String header) {
        for (String word : header.split("[\\s,;<>()\"]+")) {
            if (found.size() < MOST_ADDRESSES) {
                address(word).ifPresent(address -> found.add(new Correspondent("", address)));
            }
        }
    }

    private void flush() {
        String words = HeaderWords.decode(phrase.toString()).strip();
        String name = angleSeen ? words : HeaderWords.decode(comment.toString()).strip();
        address(angleSeen ? angle.toString() : words)
                .ifPresent(address -> found.add(new Correspondent(tidy(name), address)));
        phrase.setLength(0);
        comment.setLength(0);
        angle.setLength(0);
        angleSeen = false;
    }

    /** The address, with its domain brought to ASCII ({@code почта@пример.рф} is none: no local part we could write to). */
    static Optional<EmailAddress> address(String text) {
        String bare = text.strip();
        if (bare.startsWith("<") && bare.endsWith(">")) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        if (bare.regionMatches(true, 0, "mailto:", 0, 7)) {
            bare = bare.substring(7);
        }
        int at = bare.lastIndexOf('@');
        if (at < 0 || bare.length() > 254) {
            return Optional.empty();
        }
        String domain = bare.substring(at + 1);
        if (!domain.chars().allMatch(c -> c < 0x80)) {
            try {
                bare = bare.substring(0, at + 1) + IDN.toASCII(domain);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return EmailAddress.from(bare);
    }

    private static String tidy(String name) {
        String bare = name.replace("\t", " ").strip();
        boolean apostrophes = bare.length() > 2 && bare.startsWith("'") && bare.endsWith("'");
        return apostrophes ? bare.substring(1, bare.length() - 1) : bare;
    }
}
