package org.perezvon.demo;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.web.util.HtmlUtils;

/** The mail clients of agency staff: each quotes, dates and marks up a reply in its own way. */
enum MailClient {

    /** Exchange and the desktop program: no {@code >}, a block От/Отправлено/Кому/Тема, ids and classes renamed to x_…. */
    OUTLOOK("Outlook", "RE: ", "Microsoft Outlook 16.0") {

        @Override
        Optional<String> plain(String text, ReceivedLetter original, ZonedDateTime date) {
            return Optional.of(text + "\n\n"
                    + "От: " + person(original) + "\n"
                    + "Отправлено: " + LONG_DATE.format(date) + "\n"
                    + "Кому: " + original.to() + "\n"
                    + "Тема: " + original.subject() + "\n\n"
                    + original.text());
        }

        @Override
        String html(String text, ReceivedLetter original, ZonedDateTime date) {
            return """
                    <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
                    <head><meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!--
                    p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
                    --></style></head>
                    <body lang="RU" link="#0563C1" vlink="#954F72"><div class="WordSection1">
                    %s<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
                    <div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
                    <p class="MsoNormal"><b>От:</b> %s<br><b>Отправлено:</b> %s<br><b>Кому:</b> %s<br><b>Тема:</b> %s<o:p></o:p></p>
                    </div></div>
                    <p class="MsoNormal"><o:p>&nbsp;</o:p></p>
                    <div>%s</div>
                    </div></body></html>
                    """.formatted(
                            paragraphs(text, "<p class=\"MsoNormal\">", "<o:p></o:p></p>\n"),
                            HtmlUtils.htmlEscape(person(original)),
                            LONG_DATE.format(date),
                            HtmlUtils.htmlEscape(original.to()),
                            HtmlUtils.htmlEscape(original.subject()),
                            quotedHtml(original, "x_"));
        }
    },

    /** The web mail of Yandex: HTML only, the quote in a bare {@code blockquote} under a line with date and sender. */
    YANDEX("Яндекс Почта", "Re: ", "Yamail [ http://yandex.ru ] 5.0") {

        @Override
        Optional<String> plain(String text, ReceivedLetter original, ZonedDateTime date) {
            return Optional.empty();
        }

        @Override
        String html(String text, ReceivedLetter original, ZonedDateTime date) {
            return paragraphs(text, "<div>", "</div>")
                    + "<div> </div><div>----------------</div><div>Кому: " + HtmlUtils.htmlEscape(original.to())
                    + ";</div>"
                    + "<div>Тема: " + HtmlUtils.htmlEscape(original.subject()) + ";</div><div>"
                    + NUMERIC_DATE.format(date) + ", " + HtmlUtils.htmlEscape(quotedPerson(original)) + ":</div>"
                    + "<blockquote>" + quotedHtml(original, "") + "</blockquote>";
        }
    },

    /** The web mail of Google: both alternatives, {@code >} in the plain one, {@code gmail_quote} in the other. */
    GMAIL("Gmail", "Re: ", "") {

        @Override
        Optional<String> plain(String text, ReceivedLetter original, ZonedDateTime date) {
            StringBuilder plain = new StringBuilder(text).append("\n\n");
            String attribution = SHORT_DATE.format(date) + ", " + person(original) + ":";
            // A long attribution breaks inside the angle brackets; parsers must expect that.
            plain.append(attribution.length() > 78 ? attribution.replaceFirst("<", "<\n") : attribution)
                    .append("\n\n");
            original.text().lines().forEach(line -> plain.append(line.isEmpty() ? ">" : "> ")
                    .append(line)
                    .append('\n'));
            return Optional.of(plain.toString());
        }

        @Override
        String html(String text, ReceivedLetter original, ZonedDateTime date) {
            return "<div dir=\"ltr\">" + paragraphs(text, "<div>", "</div>") + "</div><br>"
                    + "<div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">"
                    + SHORT_DATE.format(date) + ", " + HtmlUtils.htmlEscape(person(original)) + ":<br></div>"
                    + "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;"
                    + "border-left:1px solid rgb(204,204,204);padding-left:1ex\">"
                    + quotedHtml(original, "gmail-m_") + "</blockquote></div>";
        }
    };

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter LONG_DATE =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'г.' H:mm", RUSSIAN);
    private static final DateTimeFormatter SHORT_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy 'г.' 'в' HH:mm", RUSSIAN);
    private static final DateTimeFormatter NUMERIC_DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", RUSSIAN);

    private final String title;
    private final String replyPrefix;
    private final String mailer;

    MailClient(String title, String replyPrefix, String mailer) {
        this.title = title;
        this.replyPrefix = replyPrefix;
        this.mailer = mailer;
    }

    /** Reply and quote as plain text; absent when this client sends HTML only. */
    abstract Optional<String> plain(String text, ReceivedLetter original, ZonedDateTime date);

    abstract String html(String text, ReceivedLetter original, ZonedDateTime date);

    String title() {
        return title;
    }

    /** The X-Mailer header; empty when the client does not sign its letters. */
    String mailer() {
        return mailer;
    }

    String subject(ReceivedLetter original) {
        return original.subject().regionMatches(true, 0, "re: ", 0, 4)
                ? original.subject()
                : replyPrefix + original.subject();
    }

    private static String person(ReceivedLetter original) {
        return person(original, "");
    }

    private static String quotedPerson(ReceivedLetter original) {
        return person(original, "\"");
    }

    private static String person(ReceivedLetter original, String mark) {
        return original.from()
                .map(from -> from.getPersonal() == null
                        ? "<" + from.getAddress() + ">"
                        : mark + from.getPersonal() + mark + " <" + from.getAddress() + ">")
                .orElse("");
    }

    private static String paragraphs(String text, String before, String after) {
        StringBuilder html = new StringBuilder();
        text.lines().forEach(line -> html.append(before)
                .append(line.isBlank() ? "&nbsp;" : HtmlUtils.htmlEscape(line))
                .append(after));
        return html.toString();
    }

    /** Clients rename ids and classes of what they quote so that it does not clash with their own; data attributes stay. */
    private static String quotedHtml(ReceivedLetter original, String prefix) {
        if (original.html().isEmpty()) {
            return paragraphs(original.text(), "<div>", "</div>");
        }
        Element body = Jsoup.parse(original.html().orElseThrow()).body();
        body.select("[id]").forEach(element -> element.attr("id", prefix + element.id()));
        body.select("[class]")
                .forEach(element -> element.attr("class", element.className().replaceAll("\\S+", prefix + "$0")));
        return body.html();
    }
}
