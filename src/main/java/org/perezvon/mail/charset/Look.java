package org.perezvon.mail.charset;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much bytes look like the prose of people who use a charset: every high byte votes. */
final class Look {

    /** Prose in its right charset reaches 57; in a wrong one it stays far below. */
    static final int CLEAR = 40;

    private static final int ENOUGH = 32 * 1024;
    private static final int OUT_OF_PLACE = -60;
    private static final int STRANGE = -70;
    private static final int ACCENT = 45;

    /** Frequencies of а..я in Russian prose, per mille. */
    private static final int[] FREQUENCY = {
        80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 43, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17,
        3, 6, 20
    };

    private static final String NEIGHBOURS = "іїєґўәғқңөұүһІЇЄҐЎӘҒҚҢӨҰҮҺ";
    private static final String SIGNS = "«»—–№…“”„\u00a0•’‘°§©®€";

    /** In the order of their likelihood: of two equal ones the first is taken. */
    private static final List<Look> CYRILLIC = List.of(
            new Look("windows-1251"),
            new Look("KOI8-R"),
            new Look("IBM866"),
            new Look("ISO-8859-5"),
            new Look("KOI8-U"),
            new Look("x-MacCyrillic"),
            new Look(KazakhCharset.KZ_1048, ""));

    private static final List<Look> LATIN = List.of(
            new Look(Charset.forName("windows-1252"), "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒªº¿¡"),
            new Look(Charset.forName("windows-1250"), "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜăâîşţ"),
            new Look(Charset.forName("windows-1254"), "çğıöşüÇĞİÖŞÜâîû"),
            new Look(Charset.forName("ISO-8859-2"), "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜ"));

    private static final Map<String, String> COMMON_NAMES = Map.of(
            "IBM866", "cp866",
            "x-MacCyrillic", "x-mac-cyrillic",
            "x-MacRoman", "macintosh",
            "x-windows-949", "euc-kr",
            "x-windows-874", "windows-874",
            "x-windows-iso2022jp", "iso-2022-jp",
            "windows-31j", "shift_jis",
            "Big5-HKSCS", "big5");

    /** What a charset that hardly anybody uses any more must look better. */
    private static final int RARE = 3;

    private final Charset charset;
    private final int[] weights = new int[128];
    private final boolean[] capitals = new boolean[128];
    private final boolean[] letters = new boolean[128];

    private Look(String name) {
        this(Charset.forName(name), "");
    }

    private Look(Charset charset, String accents) {
        this.charset = charset;
        for (int i = 0; i < 128; i++) {
            String decoded = new String(new byte[] {(byte) (i + 128)}, charset);
            char c = decoded.isEmpty() ? '\ufffd' : decoded.charAt(0);
            weights[i] = accents.isEmpty() ? weightAmongCyrillic(c) : weightAmongLatin(c, accents);
            capitals[i] = Character.isUpperCase(c);
            letters[i] = Character.isLetter(c);
        }
    }

    private static int weightAmongCyrillic(char c) {
        if (c >= 'а' && c <= 'я') {
            return FREQUENCY[c - 'а'];
        }
        if (c >= 'А' && c <= 'Я') {
            return FREQUENCY[c - 'А'] / 2;
        }
        if (c == 'ё' || c == 'Ё') {
            return 4;
        }
        return SIGNS.indexOf(c) >= 0 ? 10 : NEIGHBOURS.indexOf(c) >= 0 ? 12 : STRANGE;
    }

    private static int weightAmongLatin(char c, String accents) {
        return accents.indexOf(c) >= 0 ? ACCENT : SIGNS.indexOf(c) >= 0 || c == '´' ? 10 : STRANGE;
    }

    Charset charset() {
        return charset;
    }

    /** As mails write it, lower case. */
    static String name(Charset charset) {
        return COMMON_NAMES.getOrDefault(charset.name(), charset.name()).toLowerCase(Locale.ROOT);
    }

    /** The best of the Cyrillic charsets. */
    static Look ofCyrillic(byte[] bytes) {
        return best(CYRILLIC, bytes);
    }

    /** The best of the charsets of Latin letters with accents. */
    static Look ofLatin(byte[] bytes) {
        return best(LATIN, bytes);
    }

    /** That charset with the letters a text in it may be expected to have. */
    static Look of(Charset charset) {
        for (List<Look> looks : List.of(CYRILLIC, LATIN)) {
            for (Look look : looks) {
                if (look.charset.equals(charset)) {
                    return look;
                }
            }
        }
        return new Look(charset, "");
    }

    private static Look best(List<Look> looks, byte[] bytes) {
        Look best = looks.get(0);
        int bestScore = best.score(bytes);
        for (Look look : looks.subList(1, looks.size())) {
            int score = look.score(bytes) - (look.charset.name().startsWith("x-") ? RARE : 0);
            if (score > bestScore) {
                best = look;
                bestScore = score;
            }
        }
        return best;
    }

    /** How many can vote. */
    static int letters(byte[] bytes) {
        int letters = 0;
        for (int i = 0; i < bytes.length && i < ENOUGH; i++) {
            letters += bytes[i] < 0 ? 1 : 0;
        }
        return letters;
    }

    /** The mean weight of the high bytes, less for capitals within words and for words of two scripts. */
    int score(byte[] bytes) {
        boolean latin = LATIN.contains(this);
        long sum = 0;
        int seen = 0;
        boolean afterSmall = false;
        boolean afterLatin = false;
        boolean afterHigh = false;
        int length = Math.min(bytes.length, ENOUGH);
        for (int i = 0; i < length; i++) {
            int b = bytes[i];
            if (b >= 0) {
                boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
                if (letter && afterHigh && !latin) {
                    sum += OUT_OF_PLACE;
                }
                afterSmall = b >= 'a' && b <= 'z';
                afterLatin = letter;
                afterHigh = false;
                continue;
            }
            int at = b & 0x7f;
            seen++;
            boolean misplaced = letters[at] && ((capitals[at] && afterSmall) || (latin ? afterHigh : afterLatin));
            sum += misplaced ? OUT_OF_PLACE : weights[at];
            afterSmall = letters[at] && !capitals[at];
            afterHigh = letters[at];
            afterLatin = false;
        }
        return seen == 0 ? 0 : (int) (sum / seen);
    }
}
