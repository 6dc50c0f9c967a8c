package org.perezvon.mail.wrapping;

/** The numbers that Windows gives to charsets. */
final class Codepage {

    private Codepage() {}

    /** A name for a charset; empty when the number says none. */
    static String charset(int number) {
        return switch (number) {
            case 65001 -> "utf-8";
            case 1200 -> "utf-16le";
            case 20866 -> "koi8-r";
            case 21866 -> "koi8-u";
            case 20127 -> "us-ascii";
            case 10000 -> "macintosh";
            case 10007 -> "x-mac-cyrillic";
            case 874 -> "windows-874";
            case 932 -> "shift_jis";
            case 936 -> "gbk";
            case 949 -> "euc-kr";
            case 950 -> "big5";
            default -> {
                if (number >= 1250 && number <= 1258) {
                    yield "windows-" + number;
                }
                if (number >= 28591 && number <= 28605) {
                    yield "iso-8859-" + (number - 28590);
                }
                yield number > 400 && number < 1200 ? "cp" + number : "";
            }
        };
    }

    /** Of a font in RTF: its {@code \fcharset}; 0 when it says nothing. */
    static int ofFontCharset(int charset) {
        return switch (charset) {
            case 77 -> 10000;
            case 128 -> 932;
            case 129 -> 949;
            case 134 -> 936;
            case 136 -> 950;
            case 161 -> 1253;
            case 162 -> 1254;
            case 163 -> 1258;
            case 177 -> 1255;
            case 178 -> 1256;
            case 186 -> 1257;
            case 204 -> 1251;
            case 222 -> 874;
            case 238 -> 1250;
            default -> 0;
        };
    }
}
