package org.perezvon.mail.inbound;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * A mail's HTML as a page of its own that does nothing but be looked at: no script, no form, nothing fetched from anywhere,
 * no place to click at, no word hidden.
 */
final class SafeHtml {

    private static final int MOST_PICTURES = 5 * 1024 * 1024;
    private static final int LONGEST_LINK = 300;
    private static final int WIDEST = 2000;

    private static final Safelist LOOKS = Safelist.none()
            .addTags(
                    "a",
                    "b",
                    "big",
                    "blockquote",
                    "br",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "col",
                    "colgroup",
                    "dd",
                    "del")
            .addTags("div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li")
            .addTags(
                    "ol", "p", "pre", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody",
                    "td")
            .addTags("tfoot", "th", "thead", "tr", "tt", "u", "ul")
            .addAttributes(":all", "style", "hidden")
            .addAttributes("a", "href")
            .addAttributes("font", "color")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("ol", "start")
            .addAttributes("table", "border")
            .addAttributes("td", "colspan", "rowspan", "align")
            .addAttributes("th", "colspan", "rowspan", "align");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ru"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Письмо</title><style>
            body { font: 14px/1.45 "Helvetica Neue", Helvetica, Arial, sans-serif; color: #222; margin: 8px; overflow-wrap: anywhere; }
            img { max-width: 100%; height: auto; }
            table { border-collapse: collapse; max-width: 100%; }
            td, th { padding: 2px 6px; vertical-align: top; text-align: left; }
            table[border]:not([border="0"]) td, table[border]:not([border="0"]) th { border: 1px solid #999; }
            blockquote { margin: 4px 0 4px 4px; padding-left: 8px; border-left: 2px solid #bbb; color: #444; }
            pre { white-space: pre-wrap; }
            .link { text-decoration: underline; }
            .aside { color: #666; font-size: 12px; }
            .hidden { border: 1px dashed #b00; padding: 1px 4px; }
            </style></head><body></body></html>
            """;

    private final Map<String, Attachment> pictures = new HashMap<>();
    private int shown;

    private SafeHtml(List<Attachment> files) {
        files.stream()
                .filter(file -> !file.contentId().isEmpty())
                .forEach(file -> pictures.put(file.contentId(), file));
    }

    /**
     * The whole page.
     *
     * @param html empty: the text is shown
     * @param files from which pictures may be shown
     */
    static String of(String html, String text, List<Attachment> files) {
        Document page = Jsoup.parse(PAGE);
        if (html.isBlank()) {
            page.body().appendElement("pre").appendText(text);
        } else {
            Document clean = new Cleaner(LOOKS).clean(Jsoup.parse(html));
            new SafeHtml(files).soften(clean);
            page.body().insertChildren(0, clean.body().childNodes());
        }
        page.outputSettings().prettyPrint(false);
        return page.outerHtml();
    }

    private void soften(Document clean) {
        for (Element element : clean.body().getAllElements().asList()) {
            boolean hidden = isHidden(element);
            String style = SafeStyle.of(element.attr("style"));
            element.removeAttr("style").removeAttr("hidden");
            if (!style.isEmpty()) {
                element.attr("style", style);
            }
            if (hidden && element.hasText()) {
                element.addClass("hidden");
                element.prependChild(note("скрыто отправителем: "));
            }
            switch (element.normalName()) {
                case "a" -> link(element);
                case "img" -> picture(element);
                case "font" -> letters(element);
                case "td", "th" -> {
                    number(element, "colspan", 100);
                    number(element, "rowspan", 1000);
                }
                case "ol" -> number(element, "start", 100_000);
                default -> {
                    // looks as it looks
                }
            }
        }
    }

    private static boolean isHidden(Element element) {
        String style = HtmlMarks.style(element);
        return HtmlMarks.isHidden(element)
                || style.contains("visibility:hidden")
                || style.contains("font-size:0")
                || style.contains("opacity:0;")
                || style.endsWith("opacity:0");
    }

    /** Where a link leads is shown, but there is no way to follow it by mistake. */
    private static void link(Element link) {
        String address = link.attr("href").strip();
        String words = link.text().strip();
        boolean web = address.toLowerCase(Locale.ROOT).startsWith("http");
        link.tagName("span").removeAttr("href");
        if (web) {
            link.addClass("link");
            String brief = address.length() > LONGEST_LINK ? address.substring(0, LONGEST_LINK) + "…" : address;
            if (!address.equals(words) && !address.equals(words + "/")) {
                link.after(note(" (" + brief + ")"));
            }
        }
    }

    private void picture(Element picture) {
        String source = picture.attr("src").strip();
        boolean within = source.regionMatches(true, 0, "cid:", 0, 4);
        Attachment file = within ? pictures.get(source.substring(4)) : null;
        String type = file == null ? null : pictureType(file.content());
        if (file != null && type != null && shown + file.size() <= MOST_PICTURES) {
            shown += file.size();
            number(picture, "width", WIDEST);
            number(picture, "height", WIDEST);
            picture.attr(
                    "src", "data:" + type + ";base64," + Base64.getEncoder().encodeToString(file.content()));
            return;
        }
        String alt = picture.attr("alt").strip();
        picture.replaceWith(
                note("[" + (within ? "изображение из письма не показано" : "внешнее изображение не загружено")
                        + (alt.isEmpty() ? "" : ": " + alt) + "]"));
    }

    /** By its first bytes, whatever the sender calls it; null when browsers need a guess to show it. */
    private static @Nullable String pictureType(byte[] content) {
        if (begins(content, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (begins(content, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        return begins(content, 'G', 'I', 'F', '8') ? "image/gif" : null;
    }

    private static boolean begins(byte[] content, int... sign) {
        for (int i = 0; i < sign.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    private static void letters(Element font) {
        SafeStyle.dark(font.attr("color"))
                .ifPresentOrElse(color -> font.attr("color", color), () -> font.removeAttr("color"));
    }

    private static void number(Element element, String attribute, int most) {
        String given = element.attr(attribute);
        boolean fits = !given.isEmpty()
                && given.length() <= 6
                && given.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(given) <= most;
        if (!fits) {
            element.removeAttr(attribute);
        }
    }

    private static Element note(String words) {
        Element note = new Element("span");
        note.addClass("aside").appendChild(new TextNode(words));
        return note;
    }
}
