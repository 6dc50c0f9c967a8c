package org.perezvon.knowledge;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A text with its lists, headings and emphasis (Markdown), as a page shows it. Markup in the text stays text; links lead to the web only. */
final class FormattedText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .build();

    private FormattedText() {}

    static String html(String text) {
        return RENDERER.render(PARSER.parse(text));
    }
}
