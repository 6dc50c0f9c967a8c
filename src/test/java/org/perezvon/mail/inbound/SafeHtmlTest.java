package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail's HTML, made safe to look at. */
class SafeHtmlTest {

    private static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>Ответ",
                "<p onclick=alert(1) onmouseover='x'>Ответ</p>",
                "<a href='javascript:alert(1)'>Ответ</a>",
                "<a href=' java&#10;script:alert(1)'>Ответ</a>",
                "<iframe src=http://elsewhere.example></iframe>Ответ",
                "<form action=http://elsewhere.example><input name=password><button>Войти</button></form>Ответ",
                "<link rel=stylesheet href=http://elsewhere.example/a.css>Ответ",
                "<style>@import 'http://elsewhere.example/a.css'; body{display:none}</style>Ответ",
                "<p style=\"background:url(http://elsewhere.example/x.png)\">Ответ</p>",
                "<p style=\"background-color:#fff;background-image:url('http://elsewhere.example/x.png')\">Ответ</p>",
                "<p style=\"color:expression(alert(1))\">Ответ</p>",
                "<img src=http://elsewhere.example/pixel.gif>Ответ",
                "<img src=x onerror=alert(1)>Ответ",
                "<img srcset='http://elsewhere.example/a 1x' src='data:image/svg+xml;base64,PHN2Zz4='>Ответ",
                "<svg><image href=http://elsewhere.example/x.png></svg>Ответ",
                "<video poster=http://elsewhere.example/x.png src=http://elsewhere.example/v.mp4></video>Ответ",
                "<table background=http://elsewhere.example/x.png><tr><td>Ответ</td></tr></table>",
                "<meta http-equiv=refresh content='0;url=http://elsewhere.example'>Ответ",
                "<base href=http://elsewhere.example>Ответ",
                "<object data=http://elsewhere.example/x.swf></object><embed src=http://elsewhere.example/x.swf>Ответ",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">Ответ",
                "Ответ<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            })
    void nothing_runs_and_nothing_is_fetched(String html) {
        Document page = shown(html);

        assertHarmless(page);
        assertThat(page.body().text()).contains("Ответ");
    }

    @Test
    void what_makes_the_answer_readable_stays() {
        Document page = shown("""
                <p><b>Ответ:</b> <span style="color:red;font-size:40px">20 ноября</span></p>
                <table border=1><tr><td colspan=2 style="border:solid windowtext 1.0pt">ячейка</td></tr></table>
                <ol start=3><li>третье</li></ol>""");

        assertThat(page.select("b").text()).isEqualTo("Ответ:");
        assertThat(page.select("p span").attr("style")).isEqualTo("color:#ff0000;");
        assertThat(page.select("td").attr("colspan")).isEqualTo("2");
        assertThat(page.select("td").attr("style")).isEqualTo("border:1px solid #999;");
        assertThat(page.select("ol").attr("start")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Ответ <span style='display:none'>не тот</span></p>",
                "<p>Ответ <span style='font-size: 0px'>не тот</span></p>",
                "<p>Ответ <span style='visibility: hidden'>не тот</span></p>",
                "<p>Ответ <span style='opacity: 0; color: red'>не тот</span></p>",
                "<p>Ответ <span hidden>не тот</span></p>"
            })
    void what_the_sender_has_hidden_is_seen_and_marked(String html) {
        assertThat(shown(html).body().text()).isEqualTo("Ответ скрыто отправителем: не тот");
    }

    @Test
    void white_letters_are_not_white_and_nothing_is_moved_away() {
        Document page = shown("""
                <p style="color:#fff">белым</p><p style="color:rgb(250, 250, 250)">почти</p><font color=white>шрифт</font>
                <p style="position:absolute;left:-9999px;text-indent:-999px">далеко</p>
                <p style="background-color:black;color:#111">на чёрном</p>""");

        assertThat(page.select("p").eachAttr("style")).containsExactly("color:#111111;");
        assertThat(page.select("font").attr("color")).isEmpty();
    }

    @Test
    void where_a_link_leads_is_told_and_cannot_be_clicked() {
        Document page =
                shown("<a href='https://evil.example/x'>www.gosuslugi.ru</a> <a href='mailto:a@b.example'>Анна</a>");

        assertThat(page.body().text()).isEqualTo("www.gosuslugi.ru (https://evil.example/x) Анна");
        assertThat(page.select("a")).isEmpty();
    }

    @Test
    void pictures_come_from_the_mail_itself_or_not_at_all() {
        String html =
                "<img src='cid:logo@a' width=10 alt=Герб><img src='cid:script@a'><img src=http://elsewhere.example/x>";
        List<Attachment> files = List.of(
                new Attachment("logo.gif", "image/gif", true, PICTURE, "logo@a"),
                new Attachment(
                        "x.png",
                        "image/png",
                        true,
                        "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8),
                        "script@a"));

        Document page = Jsoup.parse(SafeHtml.of(html, "", files));

        assertThat(page.select("img")).singleElement().satisfies(picture -> {
            assertThat(picture.attr("src")).startsWith("data:image/gif;base64,R0lG");
            assertThat(picture.attr("width")).isEqualTo("10");
        });
        assertThat(page.body().text())
                .isEqualTo("[изображение из письма не показано][внешнее изображение не загружено]");
        assertThat(Jsoup.parse(SafeHtml.of(html, "", List.of())).body().text()).contains("не показано: Герб");
    }

    @Test
    void a_mail_without_html_is_shown_as_text() {
        Document page = Jsoup.parse(SafeHtml.of("", "Ответ <script>alert(1)</script>\n  вторая строка", List.of()));

        assertHarmless(page);
        assertThat(page.expectFirst("pre").wholeText()).isEqualTo("Ответ <script>alert(1)</script>\n  вторая строка");
    }

    @Test
    void a_page_that_is_nested_without_end_is_shown_in_time() {
        String html = "<div hidden><font color=red>".repeat(20_000) + "Ответ";

        assertThatCode(() -> assertHarmless(shown(html))).doesNotThrowAnyException();
    }

    @Property(tries = 300)
    void whatever_is_written_the_page_is_harmless(@ForAll("soup") String html) {
        assertHarmless(shown(html));
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "<",
                        ">",
                        "</",
                        "\"",
                        "'",
                        "=",
                        "/",
                        "&",
                        ";",
                        "<script>",
                        "</script>",
                        "<style>",
                        "</style>",
                        "<svg>",
                        "<math>",
                        "<img src=",
                        "http://elsewhere.example/",
                        "onerror=alert(1)",
                        " href=",
                        "javascript:",
                        "cid:a",
                        "<a ",
                        "<table>",
                        "<td ",
                        "style=",
                        "background:url(",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<noscript>",
                        "<template>",
                        "<textarea>",
                        "<title>",
                        "<xmp>",
                        "<plaintext>",
                        "слово ",
                        "\u0000",
                        "&#x3c;",
                        "<iframe ")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static Document shown(String html) {
        return Jsoup.parse(SafeHtml.of(html, "", List.of()));
    }

    /** As a browser would see it: it is parsed anew. */
    private static void assertHarmless(Document page) {
        for (Element element : page.getAllElements()) {
            assertThat(element.normalName())
                    .isNotIn(
                            "script",
                            "iframe",
                            "form",
                            "input",
                            "button",
                            "object",
                            "embed",
                            "link",
                            "base",
                            "svg",
                            "math",
                            "video",
                            "audio",
                            "source",
                            "frame",
                            "a",
                            "area",
                            "template",
                            "textarea",
                            "noscript");
            if (element.normalName().equals("meta") || element.normalName().equals("style")) {
                assertThat(element.closest("head")).isNotNull();
            }
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey().toLowerCase(Locale.ROOT))
                        .doesNotStartWith("on")
                        .isNotIn("href", "srcset", "background", "action", "formaction", "poster", "http-equiv", "id");
                assertThat(attribute.getValue().toLowerCase(Locale.ROOT)).doesNotContain("url(", "expression");
                if (attribute.getKey().equals("src")) {
                    assertThat(attribute.getValue()).startsWith("data:image/");
                }
            }
        }
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("meta[name=referrer]")).hasSize(1);
    }
}
