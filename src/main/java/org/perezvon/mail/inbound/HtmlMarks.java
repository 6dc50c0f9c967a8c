package org.perezvon.mail.inbound;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/** By which elements each mail program sets apart what it quotes and what it signs. */
final class HtmlMarks {

    private static final int ENOUGH_TO_RECOGNIZE = 400;

    private HtmlMarks() {}

    static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    static boolean isHidden(Element element) {
        String style = style(element);
        return style.contains("display:none") || style.contains("mso-hide:all") || element.hasAttr("hidden");
    }

    static boolean isSignature(Element element) {
        String id = element.id();
        return element.hasClass("gmail_signature")
                || element.hasClass("gmail_signature_prefix")
                || element.hasClass("moz-signature")
                || element.hasAttr("data-signature-widget")
                || id.endsWith("ms-outlook-mobile-signature")
                || id.endsWith("AppleMailSignature")
                || id.endsWith("mail-app-auto-default-signature")
                || id.equals("Signature")
                || id.equals("x_Signature");
    }

    /** Around a quotation, or the line that announces it. */
    static boolean isQuotation(Element element) {
        if (element.hasAttr(ReplyMarker.ATTRIBUTE)
                || element.hasClass("moz-cite-prefix")
                || element.hasClass("yahoo_quoted")
                || element.hasClass("protonmail_quote")
                || (element.hasClass("gmail_attr") && !isForward(element))) {
            return true;
        }
        String style = style(element);
        if (!element.normalName().equals("blockquote")) {
            return element.normalName().equals("div") && style.contains("border-left:solidblue");
        }
        return element.attr("type").equalsIgnoreCase("cite")
                || element.hasAttr("cite")
                || element.hasClass("gmail_quote")
                || (style.contains("border-left") && QuoteWords.opensQuotation(opening(element)));
    }

    private static boolean isForward(Element element) {
        return QuoteWords.isForward(opening(element));
    }

    /** Outlook puts no element around the letter it quotes: a header block, and all that follows. */
    static boolean startsQuotedRest(Element element) {
        String id = element.id();
        if (id.endsWith("divRplyFwdMsg")) {
            return true;
        }
        String style = style(element);
        boolean line = style.contains("border-top:solid#e1e1e1") || style.contains("border-top:solid#b5c4df");
        return line && QuoteWords.startsWithHead(opening(element));
    }

    /** The first words of an element, enough to recognise it by. */
    private static String opening(Element element) {
        StringBuilder words = new StringBuilder();
        NodeFilter gather = (node, depth) -> {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText());
            }
            return words.length() < ENOUGH_TO_RECOGNIZE ? FilterResult.CONTINUE : FilterResult.STOP;
        };
        element.filter(gather);
        return words.toString().replace('\n', ' ').replace('\u00a0', ' ').strip();
    }
}
