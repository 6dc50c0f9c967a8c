package org.perezvon.mail.inbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads HTML as a person would read it aloud: paragraphs, lists, rows of tables; and knows what each program puts around a quotation. */
final class HtmlText {

    private static final int DEEPEST = 200;
    private static final int DEEPEST_INDENT = 5;

    private static final Set<String> SILENT = words(
            "script style head title template object applet select textarea svg math audio video iframe noframes map");
    private static final Set<String> BLOCKS = words(
            "div section article header footer main nav aside center address form fieldset figure figcaption dl dt dd tr td th tbody thead tfoot caption hr body html details summary");
    private static final Set<String> NARROW = Set.of("li", "td", "th");
    private static final Set<String> SPACED = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final LineWriter writer = new LineWriter();
    private int quotes;
    private boolean restIsQuoted;
    private int signatures;
    private int verbatim;
    /** How many items each of the open lists has had. */
    private final Deque<Integer> counters = new ArrayDeque<>();

    private HtmlText() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    static List<Line> read(String html) {
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        HtmlText reader = new HtmlText();
        reader.visit(document);
        reader.writer.endLine();
        return reader.writer.lines();
    }

    static String text(String html) {
        StringBuilder text = new StringBuilder();
        for (Line line : read(html)) {
            text.append(line.quoted(line.depth())).append('\n');
        }
        return text.toString().strip();
    }

    private void visit(Node node) {
        if (node instanceof TextNode words) {
            if (verbatim > 0) {
                writer.sayVerbatim(words.getWholeText());
            } else {
                writer.say(words.getWholeText());
            }
        } else if (node instanceof Element element) {
            visit(element);
        } else if (!(node instanceof Comment)) {
            visitChildren(node);
        }
    }

    private void visitChildren(Node node) {
        for (Node child = node.firstChild(); child != null; child = child.nextSibling()) {
            visit(child);
        }
    }

    private void visit(Element element) {
        String tag = element.normalName();
        if (SILENT.contains(tag) || HtmlMarks.isHidden(element)) {
            return;
        }
        switch (tag) {
            case "br" -> writer.breakLine();
            case "p" -> paragraph(element);
            case "li" -> item(element);
            case "ul", "ol" -> list(element);
            case "table" -> table(element);
            case "pre" -> {
                verbatim++;
                block(element);
                verbatim--;
            }
            case "a" -> link(element);
            default -> {
                if (SPACED.contains(tag)) {
                    spaced(element);
                } else if (BLOCKS.contains(tag) || tag.equals("blockquote")) {
                    block(element);
                } else {
                    within(element);
                }
            }
        }
    }

    private void block(Element element) {
        writer.endLine();
        within(element);
        writer.endLine();
    }

    /** Visits the children, as quotation or signature when the element says so. */
    private void within(Element element) {
        boolean quote = HtmlMarks.isQuotation(element)
                || (element.normalName().equals("blockquote") && lastSaidIntroducesQuotation());
        boolean signature = !quote && HtmlMarks.isSignature(element);
        boolean rest = quotes == 0 && HtmlMarks.startsQuotedRest(element);
        if (quote || signature || rest) {
            writer.endLine();
        }
        restIsQuoted |= rest;
        quotes += quote ? 1 : 0;
        signatures += signature ? 1 : 0;
        tellWriter();
        visitChildren(element);
        if (quote || signature) {
            writer.endLine();
        }
        quotes -= quote ? 1 : 0;
        signatures -= signature ? 1 : 0;
        if (quotes == 0 && element.hasAttr(ReplyMarker.ATTRIBUTE)) {
            restIsQuoted = false; // what stands below our own letter is theirs again
        }
        tellWriter();
    }

    private void tellWriter() {
        writer.be(quotes + (restIsQuoted ? 1 : 0), signatures > 0);
    }

    private void paragraph(Element element) {
        String style = HtmlMarks.style(element);
        Element parent = element.parent();
        boolean tight = (parent != null && NARROW.contains(parent.normalName()))
                || element.className().contains("Mso")
                || style.contains("margin:0")
                || style.contains("margin-bottom:0");
        if (tight) {
            block(element);
        } else {
            spaced(element);
        }
    }

    private void spaced(Element element) {
        writer.endLine();
        writer.blankLine();
        within(element);
        writer.endLine();
        writer.blankLine();
    }

    private void list(Element element) {
        counters.push(0);
        block(element);
        counters.pop();
    }

    private void item(Element element) {
        writer.endLine();
        Element parent = element.parent();
        boolean numbered = parent != null && parent.normalName().equals("ol") && !counters.isEmpty();
        int number = 1;
        if (!counters.isEmpty()) {
            number = counters.pop() + 1;
            counters.push(number);
        }
        int indent = Math.max(0, Math.min(counters.size() - 1, DEEPEST_INDENT));
        writer.bullet("  ".repeat(indent) + (numbered ? number + ". " : "- "));
        within(element);
        writer.endLine();
        writer.bullet("");
    }

    private void table(Element table) {
        writer.endLine();
        rows(table);
        writer.endLine();
    }

    private void rows(Element parent) {
        for (Node child = parent.firstChild(); child != null; child = child.nextSibling()) {
            if (!(child instanceof Element element)) {
                visit(child);
            } else if (element.normalName().equals("tr") && !HtmlMarks.isHidden(element)) {
                row(element);
            } else if (Set.of("tbody", "thead", "tfoot").contains(element.normalName())) {
                rows(element);
            } else {
                visit(element);
            }
        }
    }

    private void row(Element row) {
        writer.endLine();
        List<Line> outer = writer.turnTo(new ArrayList<>());
        HtmlRow cells = new HtmlRow();
        for (Node child = row.firstChild(); child != null; child = child.nextSibling()) {
            visit(child);
            writer.endLine();
            cells.add(writer.turnTo(new ArrayList<>()));
        }
        outer.addAll(cells.lines());
        writer.turnTo(outer);
    }

    private void link(Element link) {
        StringBuilder current = writer.open();
        int before = current.length();
        int linesBefore = writer.lines().size();
        within(link);
        boolean inOneLine = writer.lines().size() == linesBefore && current.length() > before;
        if (inOneLine && quotes == 0 && !restIsQuoted && signatures == 0) {
            current.append(HtmlLink.destination(link, current.substring(before).strip()));
        }
    }

    private boolean lastSaidIntroducesQuotation() {
        List<Line> lines = writer.lines();
        for (int i = lines.size() - 1; i >= 0 && i >= lines.size() - 3; i--) {
            if (!lines.get(i).isBlank()) {
                return QuoteWords.introducesQuotation(lines.get(i).text());
            }
        }
        return false;
    }
}
