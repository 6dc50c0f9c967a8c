package org.perezvon.mail.inbound;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * By which elements each mail program sets apart what it quotes and what it signs. Outlook and others rename what passes
 * through them to {@code x_…}, once for each time.
 */
final class HtmlMarks {

    private static final int ENOUGH_TO_RECOGNIZE = 400;

    /** Thunderbird, Yahoo, Proton, Tuta, Zoho, Outlook on telephones, in this order. */
    private static final Set<String> QUOTING_CLASSES = Set.of(
            "moz-cite-prefix",
            "yahoo_quoted",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "ms-outlook-mobile-reference-message");

    /** Outlook (new, for Mac), NetEase, Roundcube, Zoho. */
    private static final Set<String> QUOTING_IDS = Set.of(
            "mail-editor-reference-message-container",
            "olk_src_body_section",
            "isreplycontent",
            "reply-intro",
            "blockquote_zmail");

    private static final Set<String> QUOTING_MARKERS = Set.of("__QUOTED_TEXT__", "__HEADERS__");

    private static final Set<String> SIGNING_CLASSES = Set.of(
            "gmail_signature",
            "gmail_signature_prefix",
            "moz-signature",
            "protonmail_signature_block",
            "protonmail_signature_block-user",
            "tutanota_signature",
            "zmail_signature");
    private static final Set<String> SIGNING_IDS = Set.of(
            "signature",
            "applemailsignature",
            "ms-outlook-mobile-signature",
            "mail-app-auto-default-signature",
            "composer_signature",
            "_rc_sig",
            "zmsignature");

    private HtmlMarks() {}

    static String style(Element element) {
        return element.hasAttr("style")
                ? element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "")
                : "";
    }

    static boolean isHidden(Element element) {
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = style(element);
        return style.contains("display:none")
                || style.contains("mso-hide:all")
                || style.contains("visibility:hidden")
                || (style.contains("max-height:0") && style.contains("overflow:hidden"));
    }

    static boolean isSignature(Element element) {
        String marker = element.attr("data-marker");
        return hasClass(element, SIGNING_CLASSES)
                || SIGNING_IDS.contains(id(element))
                || element.hasAttr("data-signature-widget")
                || element.hasAttr("data-signatureblock")
                || element.hasAttr("data-evo-signature")
                || element.attr("data-smartmail").equals("gmail_signature")
                || element.attr("name").equals("messageSignatureSection")
                || marker.equals("__SIG_PRE__")
                || marker.equals("__SIG_POST__");
    }

    /** Around a quotation, or the line that announces it. */
    static boolean isQuotation(Element element) {
        if (element.hasAttr(ReplyMarker.ATTRIBUTE)) {
            return true;
        }
        if (isMarkedAsQuotation(element)) {
            return !isForward(element);
        }
        String tag = element.normalName();
        if (!tag.equals("blockquote")) {
            return tag.equals("div") && style(element).contains("border-left:solidblue");
        }
        return element.attr("type").equalsIgnoreCase("cite")
                || element.hasAttr("cite")
                || hasClass(element, Set.of("gmail_quote", "cite", "cite2", "iosymail"))
                || (style(element).contains("border-left") && QuoteWords.opensQuotation(opening(element)));
    }

    private static boolean isMarkedAsQuotation(Element element) {
        String name = element.attr("name");
        String id = id(element);
        return hasClass(element, QUOTING_CLASSES)
                || hasClass(element, Set.of("gmail_attr"))
                || QUOTING_IDS.contains(id)
                || id.startsWith("yahoo_quoted")
                || name.equals("messageReplySection")
                || name.equals("quote")
                || QUOTING_MARKERS.contains(element.attr("data-marker"));
    }

    private static boolean isForward(Element element) {
        return QuoteWords.isForward(opening(element));
    }

    /** Outlook puts no element around the letter it quotes: a header block, and all that follows. */
    static boolean startsQuotedRest(Element element) {
        String id = id(element);
        if (id.equals("divrplyfwdmsg") || id.equals("stopspelling")) {
            return true;
        }
        String style = style(element);
        return style.contains("border-top") && style.contains("solid") && QuoteWords.startsWithHead(opening(element));
    }

    private static String id(Element element) {
        return element.hasAttr("id") ? unprefixed(element.id().toLowerCase(Locale.ROOT)) : "";
    }

    private static boolean hasClass(Element element, Set<String> names) {
        if (!element.hasAttr("class")) {
            return false;
        }
        for (String name : element.className().split("\\s+")) {
            if (names.contains(unprefixed(name))) {
                return true;
            }
        }
        return false;
    }

    private static String unprefixed(String name) {
        String bare = name;
        while (bare.startsWith("x_")) {
            bare = bare.substring(2);
        }
        return bare;
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
