package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/** Writes words that come in pieces into lines, as a browser would break them. */
final class LineWriter {

    private List<Line> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String bullet = "";
    private boolean space;
    private int depth;
    private boolean signature;

    /** What the lines that end from now on are. */
    void be(int depth, boolean signature) {
        this.depth = depth;
        this.signature = signature;
    }

    List<Line> lines() {
        return lines;
    }

    /** Writes elsewhere from now on; what has been written so far is handed back. */
    List<Line> turnTo(List<Line> other) {
        List<Line> written = lines;
        lines = other;
        return written;
    }

    /** What has been written of the line that is not yet ended. */
    StringBuilder open() {
        return current;
    }

    /** What the next words are preceded by, whatever line they stand in; empty for nothing. */
    void bullet(String sign) {
        bullet = sign;
    }

    void say(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                space = true;
            } else {
                if (space && !current.isEmpty() && current.charAt(current.length() - 1) != ' ') {
                    current.append(' ');
                }
                space = false;
                PlainText.appendTidy(current, c);
            }
            putBullet();
        }
    }

    /** With its own spaces and line ends. */
    void sayVerbatim(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n') {
                breakLine();
            } else if (c != '\r') {
                PlainText.appendTidy(current, c);
            }
            putBullet();
        }
    }

    private void putBullet() {
        if (!bullet.isEmpty() && !current.isEmpty()) {
            current.insert(0, bullet);
            bullet = "";
        }
    }

    /** Ends the line; where nothing has been said, leaves it blank. */
    void breakLine() {
        if (current.toString().isBlank()) {
            current.setLength(0);
            blankLine();
        } else {
            endLine();
        }
        space = false;
    }

    /** Ends the line if it has begun. */
    void endLine() {
        if (!current.isEmpty()) {
            String text = current.toString().stripTrailing();
            current.setLength(0);
            if (text.isBlank()) {
                blankLine();
            } else {
                lines.add(new Line(text.equals("--") ? "-- " : text, depth, signature));
            }
        }
        space = false;
    }

    /** One blank line, however often it is asked for. */
    void blankLine() {
        if (bullet.isEmpty() && !lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
            lines.add(new Line("", depth, signature));
        }
    }
}
