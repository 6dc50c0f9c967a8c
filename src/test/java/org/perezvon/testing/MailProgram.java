package org.perezvon.testing;

import jakarta.mail.internet.MimeMessage;
import org.springframework.web.util.HtmlUtils;

/** What agencies write their replies with; each quotes our letter in its own way. */
public enum MailProgram {

    /** Both alternatives, {@code >} in the plain one. */
    GMAIL {
        @Override
        String plain(String text, MimeMessage letter) {
            return text + "\n\nвт, 17 нояб. 2026 г. в 10:30, Единый контакт-центр <" + MailServer.CENTRE + ">:\n\n"
                    + Mails.text(letter).replaceAll("(?m)^", "> ");
        }

        @Override
        String html(String text, MimeMessage letter) {
            return "<div dir=\"ltr\">" + lines(text, "", "<br>") + "</div><br>"
                    + "<div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">"
                    + "вт, 17 нояб. 2026 г. в 10:30, Единый контакт-центр &lt;" + MailServer.CENTRE + "&gt;:<br></div>"
                    + "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;"
                    + "border-left:1px solid rgb(204,204,204);padding-left:1ex\">" + Mails.html(letter)
                    + "</blockquote></div>";
        }
    },

    /** HTML only, the quotation in a bare {@code blockquote}. */
    YANDEX {
        @Override
        String plain(String text, MimeMessage letter) {
            return "";
        }

        @Override
        String html(String text, MimeMessage letter) {
            return lines(text, "<div>", "</div>")
                    + "<div> </div><div>17.11.2026, 10:30, \"Единый контакт-центр\" &lt;" + MailServer.CENTRE
                    + "&gt;:</div><blockquote><div>" + lines(Mails.text(letter), "", "<br />") + "</div></blockquote>";
        }
    },

    /** No {@code >} anywhere: only a block of headers says where the quotation begins. */
    OUTLOOK {
        @Override
        String plain(String text, MimeMessage letter) {
            return text + "\n\nОт: Единый контакт-центр <" + MailServer.CENTRE + ">\n"
                    + "Отправлено: вторник, 17 ноября 2026 г. 10:30\n"
                    + "Кому: Иванова Анна Петровна\n"
                    + "Тема: " + Mails.subject(letter) + "\n\n" + Mails.text(letter);
        }

        @Override
        String html(String text, MimeMessage letter) {
            return "<html><body lang=\"RU\"><div class=\"WordSection1\">"
                    + lines(text, "<p class=\"MsoNormal\">", "<o:p></o:p></p>")
                    + "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p><div><div style=\"border:none;"
                    + "border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p class=\"MsoNormal\">"
                    + "<b>От:</b> Единый контакт-центр &lt;" + MailServer.CENTRE + "&gt;<br>"
                    + "<b>Отправлено:</b> вторник, 17 ноября 2026 г. 10:30<br><b>Кому:</b> Иванова Анна Петровна<br>"
                    + "<b>Тема:</b> " + HtmlUtils.htmlEscape(Mails.subject(letter)) + "<o:p></o:p></p></div></div>"
                    + Mails.html(letter) + "</div></body></html>";
        }
    },

    /** Plain text and an old separator. */
    OLD_FASHIONED {
        @Override
        String plain(String text, MimeMessage letter) {
            return text + "\n\n-----Исходное сообщение-----\nОт: Единый контакт-центр\nТема: " + Mails.subject(letter)
                    + "\n\n" + Mails.text(letter);
        }

        @Override
        String html(String text, MimeMessage letter) {
            return "";
        }
    };

    /** Empty when this program sends HTML only. */
    abstract String plain(String text, MimeMessage letter);

    /** Empty when this program sends plain text only. */
    abstract String html(String text, MimeMessage letter);

    private static String lines(String text, String before, String after) {
        StringBuilder html = new StringBuilder();
        text.lines().forEach(line -> html.append(before)
                .append(line.isBlank() ? "&nbsp;" : HtmlUtils.htmlEscape(line, "UTF-8"))
                .append(after));
        return html.toString();
    }
}
