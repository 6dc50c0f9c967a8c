package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;

/** The body as a row of segments, each in the forms its sender gave it. */
final class LetterBody {

    private static final class Segment {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
    }

    private final List<Segment> segments = new ArrayList<>();
    private int openAlternatives;

    void openAlternative() {
        if (openAlternatives++ == 0) {
            segments.add(new Segment());
        }
    }

    void closeAlternative() {
        openAlternatives--;
    }

    void addPlain(String text) {
        append(segment().plain, text);
    }

    void addHtml(String html) {
        append(segment().html, html);
    }

    private Segment segment() {
        if (openAlternatives == 0) {
            segments.add(new Segment());
        }
        return segments.get(segments.size() - 1);
    }

    private static void append(StringBuilder to, String more) {
        if (!to.isEmpty()) {
            to.append('\n');
        }
        to.append(more);
    }

    boolean isEmpty() {
        return segments.stream().allMatch(segment -> isBlank(segment.plain) && isBlank(segment.html));
    }

    String text() {
        if (segments.stream().allMatch(segment -> isBlank(segment.plain))) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        for (Segment segment : segments) {
            String text = isBlank(segment.plain) ? HtmlText.text(segment.html.toString()) : segment.plain.toString();
            append(all, text);
        }
        return all.toString();
    }

    String html() {
        if (segments.stream().allMatch(segment -> isBlank(segment.html))) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        for (Segment segment : segments) {
            String html = isBlank(segment.html)
                    ? "<pre>" + Entities.escape(segment.plain.toString()) + "</pre>"
                    : segment.html.toString();
            append(all, html);
        }
        return all.toString();
    }

    private static boolean isBlank(StringBuilder text) {
        return text.toString().isBlank();
    }
}
