package org.perezvon.mail.inbound;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Whether the words of a link say where it leads. */
final class HtmlLink {

    private static final int LONGEST = 300;

    private HtmlLink() {}

    /** What to tell behind the words of a link; empty when they say it themselves, or it is nothing for people. */
    static String destination(Element link, String words) {
        String address = link.attr("href").strip();
        boolean web =
                address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
        if (!web || address.length() > LONGEST || words.isEmpty()) {
            return "";
        }
        boolean said = bare(address).startsWith(bare(words)) || bare(words).contains(bare(address));
        return said ? "" : " (" + address + ")";
    }

    private static String bare(String address) {
        String bare = address.toLowerCase(Locale.ROOT);
        bare = bare.startsWith("https://") ? bare.substring(8) : bare.startsWith("http://") ? bare.substring(7) : bare;
        bare = bare.startsWith("www.") ? bare.substring(4) : bare;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
