package org.perezvon.mail.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The words of Outlook's RTF, compressed and not, plain and around HTML. */
class RtfTextTest {

    @Test
    void compressed_rtf_is_unpacked() {
        byte[] packet = HexFormat.of()
                .parseHex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3"
                        + "2068656c090020627705b06c647d0a800fa0");

        byte[] rtf = CompressedRtf.decompressed(packet);

        assertThat(rtf)
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        assertThat(RtfText.read(rtf).text()).isEqualTo("hello world");
    }

    @Test
    void letters_are_read_in_the_codepage_of_their_font() {
        String text = text("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 Arial;}{\\f1\\fcharset0 Times;}}"
                + "\\f0\\'cf\\'f0\\f1\\'fc{\\f0\\'e8}\\'fc}");

        assertThat(text).isEqualTo("Прüиü");
    }

    @Test
    void unicode_letters_replace_what_follows_them() {
        assertThat(text("{\\rtf1\\uc1\\u1055?\\u1088\\'f0{\\uc2\\u1080??}\\uc0\\u1074!}"))
                .isEqualTo("Прив!");
        assertThat(text("{\\rtf1 \\u-10179?\\u-8704?}")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void what_speaks_to_programs_is_silent() {
        assertThat(text("{\\rtf1{\\*\\generator X;}{\\info{\\author A}}{\\pict\\bin3 }}}}{\\b b}\\par\\tab{\\field"
                        + "{\\*\\fldinst HYPERLINK \"http://a\"}{\\fldrslt c}}\\emdash\\\\\\{\\}}"))
                .isEqualTo("b\n\tc—\\{}");
    }

    @Test
    void html_packed_in_rtf_is_html_again() {
        RtfText read = RtfText.read(("{\\rtf1\\ansi\\fromhtml1 \\htmlrtf {\\htmlrtf0 {\\*\\htmltag64 <p>}"
                        + "\\htmlrtf \\b \\htmlrtf0 a {\\*\\htmltag84 &nbsp;}b\\htmlrtf \\par\\htmlrtf0 "
                        + "{\\*\\mhtmltag72 <x>}{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0}")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.html()).isTrue();
        assertThat(read.text()).isEqualTo("<p>a &nbsp;b</p>");
    }

    @Test
    void groups_without_end_end_somewhere() {
        assertThat(text("{".repeat(300_000) + "a")).isEqualTo("a");
        assertThat(text("}".repeat(300_000) + "a")).isEqualTo("a");
        assertThat(text("\\u1055\\'".repeat(10) + "\\")).startsWith("П");
    }

    private static String text(String rtf) {
        return RtfText.read(rtf.getBytes(StandardCharsets.ISO_8859_1)).text();
    }
}
