package org.perezvon.mail.inbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
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
    private static final int LONGEST_LINK = 300;

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "head",
            "title",
            "template",
            "object",
            "applet",
            "select",
            "textarea",
            "svg",
            "math",
            "audio",
            "video",
            "iframe",
            "noframes",
            "map");
    private static final Set<String> BLOCKS = Set.of(
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "nav",
            "aside",
            "center",
            "address",
            "form",
            "fieldset",
            "figure",
            "figcaption",
            "dl",
            "dt",
            "dd",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot",
            "caption",
            "hr",
            "body",
            "html",
            "details",
            "summary");
    private static final Set<String> NARROW = Set.of("li", "td", "th");
    private static final Set<String> SPACED = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private List<Line> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String bullet = "";
    private boolean space;
    private int quotes;
    private boolean restIsQuoted;
    private int signatures;
    private int verbatim;
    /** How many items each of the open lists has had. */
    private final Deque<Integer> counters = new ArrayDeque<>();

    private HtmlText() {}

    static List<Line> read(String html) {
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        HtmlText reader = new HtmlText();
        reader.visit(document);
        reader.endLine();
        return reader.lines;
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
            say(words.getWholeText());
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
            case "br" -> breakLine();
            case "p" -> paragraph(element);
            case "li" -> item(element);
            case "ul", "ol" -> list(element);
            case "table" -> table(element);
            case "pre" -> {
                endLine();
                verbatim++;
                within(element);
                verbatim--;
                endLine();
            }
            case "a" -> link(element);
            default -> {
                if (SPACED.contains(tag)) {
                    spaced(element);
                } else if (BLOCKS.contains(tag) || tag.equals("blockquote")) {
                    endLine();
                    within(element);
                    endLine();
                } else {
                    within(element);
                }
            }
        }
    }

    /** Visits the children, as quotation or signature when the element says so. */
    private void within(Element element) {
        boolean quote = HtmlMarks.isQuotation(element)
                || (element.normalName().equals("blockquote") && lastSaidIntroducesQuotation());
        boolean signature = !quote && HtmlMarks.isSignature(element);
        if (quote || signature) {
            endLine();
        }
        if (quotes == 0 && HtmlMarks.startsQuotedRest(element)) {
            endLine();
            restIsQuoted = true;
        }
        quotes += quote ? 1 : 0;
        signatures += signature ? 1 : 0;
        visitChildren(element);
        if (quote || signature) {
            endLine();
        }
        quotes -= quote ? 1 : 0;
        signatures -= signature ? 1 : 0;
        if (quotes == 0 && element.hasAttr(ReplyMarker.ATTRIBUTE)) {
            restIsQuoted = false; // what stands below our own letter is theirs again
        }
    }

    private void paragraph(Element element) {
        String style = HtmlMarks.style(element);
        Element parent = element.parent();
        boolean tight = (parent != null && NARROW.contains(parent.normalName()))
                || element.className().contains("Mso")
                || style.contains("margin:0")
                || style.contains("margin-bottom:0");
        if (tight) {
            endLine();
            within(element);
            endLine();
        } else {
            spaced(element);
        }
    }

    private void spaced(Element element) {
        endLine();
        blankLine();
        within(element);
        endLine();
        blankLine();
    }

    private void list(Element element) {
        endLine();
        counters.push(0);
        within(element);
        counters.pop();
        endLine();
    }

    private void item(Element element) {
        endLine();
        Element parent = element.parent();
        boolean numbered = parent != null && parent.normalName().equals("ol") && !counters.isEmpty();
        int number = 1;
        if (!counters.isEmpty()) {
            number = counters.pop() + 1;
            counters.push(number);
        }
        int indent = Math.max(0, Math.min(counters.size() - 1, DEEPEST_INDENT));
        bullet = "  ".repeat(indent) + (numbered ? number + ". " : "- ");
        within(element);
        endLine();
        bullet = "";
    }

    private void table(Element table) {
        endLine();
        rows(table);
        endLine();
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

    /** Cells of one line each stand side by side; longer ones one below the other. */
    private void row(Element row) {
        endLine();
        List<Line> outer = lines;
        List<List<Line>> cells = new ArrayList<>();
        for (Node child = row.firstChild(); child != null; child = child.nextSibling()) {
            lines = new ArrayList<>();
            visit(child);
            endLine();
            trimBlank(lines);
            if (!lines.isEmpty()) {
                cells.add(lines);
            }
        }
        lines = outer;
        boolean sideBySide = cells.size() > 1 && cells.stream().allMatch(cell -> cell.size() == 1);
        if (sideBySide) {
            Line first = cells.get(0).get(0);
            StringBuilder joined = new StringBuilder(first.text());
            cells.subList(1, cells.size())
                    .forEach(cell -> joined.append(" | ").append(cell.get(0).text()));
            lines.add(new Line(joined.toString(), first.depth(), first.signature()));
        } else {
            cells.forEach(lines::addAll);
        }
    }

    private static void trimBlank(List<Line> lines) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
    }

    private void link(Element link) {
        int before = current.length();
        int linesBefore = lines.size();
        within(link);
        String address = link.attr("href").strip();
        boolean web =
                address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
        if (!web || address.length() > LONGEST_LINK || lines.size() != linesBefore || current.length() <= before) {
            return;
        }
        String words = current.substring(before).strip();
        boolean saysIt = words.isEmpty()
                || bare(address).startsWith(bare(words))
                || bare(words).contains(bare(address));
        if (!saysIt && quotes == 0 && !restIsQuoted) {
            current.append(" (").append(address).append(')');
        }
    }

    private static String bare(String address) {
        String bare = address.toLowerCase(Locale.ROOT);
        bare = bare.startsWith("https://") ? bare.substring(8) : bare.startsWith("http://") ? bare.substring(7) : bare;
        bare = bare.startsWith("www.") ? bare.substring(4) : bare;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private void say(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (verbatim > 0 && (c == '\n' || c == '\r')) {
                if (c == '\n') {
                    breakLine();
                }
            } else if (verbatim > 0) {
                PlainText.appendTidy(current, c);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                space = true;
            } else {
                if (space && !current.isEmpty() && current.charAt(current.length() - 1) != ' ') {
                    current.append(' ');
                }
                space = false;
                PlainText.appendTidy(current, c);
            }
            if (!bullet.isEmpty() && !current.isEmpty()) {
                current.insert(0, bullet);
                bullet = "";
            }
        }
    }

    private void breakLine() {
        if (current.toString().isBlank()) {
            current.setLength(0);
            blankLine();
        } else {
            endLine();
        }
        space = false;
    }

    private void endLine() {
        if (!current.isEmpty()) {
            String text = current.toString().stripTrailing();
            boolean delimiter = text.equals("--");
            current.setLength(0);
            if (text.isBlank()) {
                blankLine();
            } else {
                lines.add(new Line(delimiter ? "-- " : text, depth(), signatures > 0));
            }
        }
        space = false;
    }

    private void blankLine() {
        if (bullet.isEmpty() && !lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
            lines.add(new Line("", depth(), signatures > 0));
        }
    }

    private int depth() {
        return quotes + (restIsQuoted ? 1 : 0);
    }

    private boolean lastSaidIntroducesQuotation() {
        for (int i = lines.size() - 1; i >= 0 && i >= lines.size() - 3; i--) {
            if (!lines.get(i).isBlank()) {
                return QuoteWords.introducesQuotation(lines.get(i).text());
            }
        }
        return false;
    }
}
