package org.perezvon.mail.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to letters when the declared charset may be missing, unknown or a lie: strict UTF-8 first, then the single-byte
 * Cyrillic charsets, of which the one whose letters are as frequent as in Russian wins.
 *
 * @param text the letters
 * @param charset the charset that was used
 * @param oddity what was strange, in Russian; null when the declaration was true
 */
record TextDecoding(String text, Charset charset, @Nullable String oddity) {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset KOI8_R = Charset.forName("KOI8-R");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<Charset> CYRILLIC =
            List.of(WINDOWS_1251, KOI8_R, Charset.forName("IBM866"), Charset.forName("ISO-8859-5"));

    /** Names that programs write though nobody registered them. */
    private static final Map<String, String> NICKNAMES = Map.ofEntries(
            Map.entry("win-1251", "windows-1251"),
            Map.entry("win1251", "windows-1251"),
            Map.entry("windows1251", "windows-1251"),
            Map.entry("cp-1251", "windows-1251"),
            Map.entry("x-cp1251", "windows-1251"),
            Map.entry("1251", "windows-1251"),
            Map.entry("koi8", "KOI8-R"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi-8", "KOI8-R"),
            Map.entry("koi8-ru", "KOI8-U"),
            Map.entry("cp-866", "IBM866"),
            Map.entry("dos-866", "IBM866"),
            Map.entry("866", "IBM866"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("ks_c_5601-1987", "x-windows-949"));

    /** Frequencies of а..я in Russian prose, per mille. */
    private static final int[] FREQUENCY = {
        80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 43, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17,
        3, 6, 20
    };

    private static final int ENOUGH_FOR_SCORE = 32 * 1024;
    private static final int CLEARLY_BETTER = 15;

    /** Prose reaches 57; in a wrong charset it is far from here. */
    private static final int CLEARLY_RUSSIAN = 40;

    /** @param declared the charset's name as the letter gives it; null when it gives none */
    static TextDecoding of(byte[] bytes, @Nullable String declared) {
        int bom = byteOrderMark(bytes);
        if (bom > 0) {
            Charset marked = bom == 3
                    ? StandardCharsets.UTF_8
                    : bytes[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return new TextDecoding(new String(bytes, bom, bytes.length - bom, marked), marked, null);
        }
        Charset named = declared == null ? null : charsetNamed(declared);
        if (named != null && isWide(named)) {
            return new TextDecoding(new String(bytes, named), named, null);
        }
        String unknown = declared != null && named == null ? "неизвестная кодировка «" + brief(declared) + "»" : null;
        if (isAscii(bytes)) {
            return new TextDecoding(new String(bytes, StandardCharsets.US_ASCII), StandardCharsets.UTF_8, unknown);
        }
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            boolean lie = named != null && !named.equals(StandardCharsets.UTF_8) && !isAsciiName(named);
            return new TextDecoding(
                    utf8, StandardCharsets.UTF_8, lie ? lied(declared, StandardCharsets.UTF_8) : unknown);
        }
        if (StandardCharsets.UTF_8.equals(named) && isMostlyUtf8(bytes)) {
            return new TextDecoding(
                    new String(bytes, StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8,
                    "в тексте есть битые символы UTF-8");
        }
        if (named != null && !isSingleByte(named)) {
            String foreign = strict(bytes, named);
            if (foreign != null) {
                return new TextDecoding(foreign, named, null);
            }
        }
        return guessed(bytes, declared, named, unknown);
    }

    private static TextDecoding guessed(
            byte[] bytes, @Nullable String declared, @Nullable Charset named, @Nullable String unknown) {
        Charset trusted = named != null && isSingleByte(named) && !isAsciiName(named) ? named : null;
        if (trusted != null && isWestern(trusted) && isSparse(bytes)) {
            return new TextDecoding(new String(bytes, trusted), trusted, null);
        }
        Charset best = trusted == null || isWestern(trusted) ? WINDOWS_1251 : trusted;
        int bestScore = score(bytes, best) + (trusted == null ? 0 : CLEARLY_BETTER);
        if (best.equals(trusted) && bestScore >= CLEARLY_RUSSIAN + CLEARLY_BETTER) {
            return new TextDecoding(new String(bytes, best), best, null);
        }
        for (Charset candidate : CYRILLIC) {
            int score = score(bytes, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        String oddity =
                best.equals(trusted) ? null : declared == null || unknown != null ? unknown : lied(declared, best);
        return new TextDecoding(new String(bytes, best), best, oddity);
    }

    /** The charset of that name, forgiving what programs make of names; null when nobody knows it. */
    static @Nullable Charset charsetNamed(String name) {
        String bare = name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        try {
            return Charset.forName(NICKNAMES.getOrDefault(bare, bare));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** How Russian the bytes look in a charset: the mean frequency of their letters, less what Russian has not. */
    private static int score(byte[] bytes, Charset charset) {
        String text = new String(bytes, 0, Math.min(bytes.length, ENOUGH_FOR_SCORE), charset);
        long sum = 0;
        int seen = 0;
        boolean afterSmall = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                afterSmall = c >= 'a' && c <= 'z';
                continue;
            }
            seen++;
            sum += weight(c, afterSmall);
            afterSmall = Character.isLowerCase(c);
        }
        return seen == 0 ? 0 : (int) (sum / seen);
    }

    private static int weight(char c, boolean afterSmall) {
        if (c >= 'а' && c <= 'я') {
            return FREQUENCY[c - 'а'];
        }
        if (c >= 'А' && c <= 'Я') {
            return afterSmall ? -60 : FREQUENCY[c - 'А'] / 2;
        }
        return switch (c) {
            case 'ё', 'Ё' -> 4;
            case '«', '»', '—', '–', '№', '…', '“', '”', '„', '\u00a0' -> 10;
            case 'é', 'è', 'à', 'ä', 'ö', 'ü', 'ß', 'ç' -> -5;
            default -> -70;
        };
    }

    private static String lied(@Nullable String declared, Charset found) {
        return "указана кодировка «" + brief(declared == null ? "" : declared) + "», на деле " + found.name();
    }

    private static String brief(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isMostlyUtf8(byte[] bytes) {
        String loose = new String(bytes, StandardCharsets.UTF_8);
        int bad = 0;
        int high = 0;
        for (int i = 0; i < loose.length(); i++) {
            char c = loose.charAt(i);
            if (c == '\ufffd') {
                bad++;
            } else if (c >= 0x80) {
                high++;
            }
        }
        return high > 0 && bad * 10 <= high;
    }

    /** Accents among Latin letters, as in French, and not a run of foreign letters. */
    private static boolean isSparse(byte[] bytes) {
        int high = 0;
        int latin = 0;
        for (byte b : bytes) {
            if (b < 0) {
                high++;
            } else if (Character.isLetter(b)) {
                latin++;
            }
        }
        return high * 4 < latin;
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static int byteOrderMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return 3;
        }
        boolean utf16 = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        return utf16 ? 2 : 0;
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean isAsciiName(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII);
    }

    private static boolean isWestern(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1)
                || charset.equals(WINDOWS_1252)
                || charset.name().equals("ISO-8859-15");
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
    }
}
