package org.perezvon.mail.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of a charset as programs write it.
 *
 * @param value lower case, without quotes
 */
record CharsetName(String value) {

    private static final int LONGEST = 40;

    /** Names that nobody registered, and charsets that are read by the larger one that their users really write. */
    private static final Map<String, String> NICKNAMES = Map.ofEntries(
            Map.entry("cp-1251", "windows-1251"),
            Map.entry("x-cp1251", "windows-1251"),
            Map.entry("koi8", "KOI8-R"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi-8", "KOI8-R"),
            Map.entry("koi8-ru", "KOI8-U"),
            Map.entry("cp-866", "IBM866"),
            Map.entry("dos-866", "IBM866"),
            Map.entry("x-cp866", "IBM866"),
            Map.entry("866", "IBM866"),
            Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("mac-cyrillic", "x-MacCyrillic"),
            Map.entry("maccyrillic", "x-MacCyrillic"),
            Map.entry("x-mac-ukrainian", "x-MacUkraine"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("utf-8-sig", "UTF-8"),
            Map.entry("utf_8", "UTF-8"),
            Map.entry("cp65001", "UTF-8"),
            Map.entry("65001", "UTF-8"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("ucs-2", "UTF-16"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-8-e", "ISO-8859-8"),
            Map.entry("iso-8859-6-i", "ISO-8859-6"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("csgb2312", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("cn-big5", "Big5-HKSCS"),
            Map.entry("x-x-big5", "Big5-HKSCS"),
            Map.entry("cp950", "Big5-HKSCS"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("cp50220", "x-windows-iso2022jp"),
            Map.entry("cp50221", "x-windows-iso2022jp"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"));

    private static final Map<String, String> LATER_STANDARDS = Map.of(
            "ISO-8859-1", "windows-1252",
            "ISO-8859-9", "windows-1254",
            "TIS-620", "x-windows-874");

    static CharsetName of(String written) {
        StringBuilder bare = new StringBuilder();
        String lower = written.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length() && bare.length() <= LONGEST; i++) {
            char c = lower.charAt(i);
            if (c == ';' || c == ',' || Character.isWhitespace(c)) {
                break;
            }
            if (c != '"' && c != '\'' && c != '<' && c != '>') {
                bare.append(c);
            }
        }
        return new CharsetName(bare.toString());
    }

    /** The charset of that name, forgiving what programs make of names; null when nobody knows it. */
    @Nullable
    Charset charset() {
        switch (value) {
            case "kz-1048", "kz1048", "strk1048-2002", "rk1048" -> {
                return KazakhCharset.KZ_1048;
            }
            case "ptcp154", "pt154", "cp154", "csptcp154", "cyrillic-asian" -> {
                return KazakhCharset.PT_154;
            }
            default -> {
                Charset known = known(NICKNAMES.getOrDefault(value, value));
                return known == null ? contained() : known;
            }
        }
    }

    /** The charset that has just this name; null when nobody registered it. */
    @Nullable
    Charset registered() {
        return known(value);
    }

    boolean isUtf7() {
        return value.equals("utf-7") || value.equals("unicode-1-1-utf-7") || value.equals("x-unicode-2-0-utf-7");
    }

    /** ISO-8859-1 leaves places empty that those who say its name fill as Windows does. */
    static Charset withItsGapsFilled(Charset charset) {
        String later = LATER_STANDARDS.get(charset.name());
        return later == null ? charset : Charset.forName(later);
    }

    /** For {@code win1251}, {@code windows1251}, {@code x-windows-1252-foo}. */
    private @Nullable Charset contained() {
        int at = value.indexOf("125");
        if (at >= 0 && at + 3 < value.length() && value.charAt(at + 3) <= '8' && value.charAt(at + 3) >= '0') {
            return known("windows-125" + value.charAt(at + 3));
        }
        if (value.contains("8859-5")) {
            return known("ISO-8859-5");
        }
        return value.contains("utf8") || value.contains("utf-8") ? known("UTF-8") : null;
    }

    private static @Nullable Charset known(String name) {
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** As people read it in a remark. */
    String brief() {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
