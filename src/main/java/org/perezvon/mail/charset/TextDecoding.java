package org.perezvon.mail.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to letters when the declared charset may be missing, unknown or a lie: what is strictly UTF-8 is UTF-8, what is
 * strictly what was declared is that, and for the rest the charset wins in which the letters look like prose.
 *
 * @param text the letters
 * @param charset the name of the charset that was used, lower case
 * @param oddity what was strange, in Russian; null when the declaration was true
 */
public record TextDecoding(
        String text, String charset, @Nullable String oddity) {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    /** What a declared charset is ahead of one that nobody named; the fewer letters can vote, the more. */
    private static final int DECLARED = 15;

    private static final int DECLARED_OF_ONE_LETTER = 120;

    /** @param declared the charset's name as the letter gives it; null when it gives none */
    public static TextDecoding of(byte[] bytes, @Nullable String declared) {
        TextDecoding found = new Declared(declared).decode(bytes);
        String mended = Mojibake.mended(found.text);
        return mended.equals(found.text)
                ? found
                : new TextDecoding(mended, found.charset, "текст был закодирован дважды, исправлено");
    }

    /** The same for HTML, which may name its charset itself: it is believed when the letter says nothing certain. */
    public static TextDecoding ofHtml(byte[] bytes, @Nullable String declared) {
        CharsetName header = CharsetName.of(declared == null ? "" : declared);
        Charset named = header.charset();
        boolean uncertain = named == null || isAsciiName(named) || isWestern(named);
        String own = uncertain && !header.isUtf7() ? MetaCharset.in(bytes) : null;
        return of(bytes, own != null && CharsetName.of(own).charset() != null ? own : declared);
    }

    /** Decodes a scrap too short for doubts; by windows-1252 when the name says nothing. */
    public static String exactly(byte[] bytes, String declared) {
        Charset charset = CharsetName.of(declared).charset();
        return new String(bytes, charset == null ? Charset.forName("windows-1252") : charset);
    }

    public static boolean isAscii(byte[] bytes) {
        return StrictDecoding.isAscii(bytes);
    }

    /** One decoding: the declaration, and what becomes of it. */
    private record Declared(CharsetName name, @Nullable Charset charset, boolean made) {

        Declared(@Nullable String declared) {
            this(CharsetName.of(declared == null ? "" : declared));
        }

        private Declared(CharsetName name) {
            this(name, name.charset(), !name.value().isEmpty());
        }

        TextDecoding decode(byte[] bytes) {
            Charset wide = WideCharset.of(bytes, charset);
            if (wide != null) {
                String text = WideCharset.text(bytes, wide);
                boolean said = charset != null && (charset.equals(wide) || WideCharset.isWide(charset));
                return found(text, wide, said || !made ? null : lie(wide));
            }
            if (StrictDecoding.isAscii(bytes)) {
                return sevenBits(bytes);
            }
            String utf8 = StrictDecoding.of(bytes, UTF_8);
            if (utf8 != null) {
                boolean lie = charset != null && !charset.equals(UTF_8) && !isAsciiName(charset);
                return found(utf8, UTF_8, lie ? lie(UTF_8) : unknown());
            }
            if (charset == null || charset.equals(UTF_8)) {
                TextDecoding mixed = MixedLines.decode(bytes);
                if (mixed != null) {
                    return mixed;
                }
            }
            if (charset != null && !charset.equals(UTF_8) && !isSingleByte(charset)) {
                String foreign = StrictDecoding.of(bytes, charset);
                if (foreign != null) {
                    return found(foreign, charset, null);
                }
            }
            return guess(bytes);
        }

        private TextDecoding sevenBits(byte[] bytes) {
            String ascii = new String(bytes, StandardCharsets.US_ASCII);
            if (name.isUtf7()) {
                return new TextDecoding(Utf7.decode(ascii), "utf-7", null);
            }
            if (charset != null && charset.name().toUpperCase(Locale.ROOT).contains("2022")) {
                return found(new String(bytes, charset), charset, null);
            }
            if (ascii.contains("\u001b$B") || ascii.contains("\u001b$@")) {
                Charset japanese = Charset.forName("x-windows-iso2022jp");
                return found(new String(bytes, japanese), japanese, null);
            }
            return new TextDecoding(ascii, charset == null ? "us-ascii" : shown(charset), unknown());
        }

        private TextDecoding guess(byte[] bytes) {
            Charset trusted = charset != null && isSingleByte(charset) && !isAsciiName(charset) ? charset : null;
            if (trusted != null && !isWestern(trusted) && !isCyrillic(trusted)) {
                return found(new String(bytes, trusted), trusted, null); // Greek, Hebrew, Turkish: who says so knows
            }
            int said = trusted != null && isCyrillic(trusted) ? Look.of(trusted).score(bytes) : Integer.MIN_VALUE;
            if (trusted != null && said >= Look.CLEAR) {
                return found(
                        new String(bytes, trusted), trusted, null); // clearly prose: nothing else need be looked at
            }
            Look cyrillic = Look.ofCyrillic(bytes);
            int score = cyrillic.score(bytes);
            if (trusted != null && isCyrillic(trusted) && isBelieved(bytes, said, score)) {
                return found(new String(bytes, trusted), trusted, null);
            }
            if (score >= Look.CLEAR - DECLARED
                    && (trusted == null || score >= Look.ofLatin(bytes).score(bytes))) {
                return found(cyrillic, bytes);
            }
            if (trusted != null
                    && isWestern(trusted)
                    && (score < 0 || Look.ofLatin(bytes).score(bytes) >= score)) {
                Charset whole = CharsetName.withItsGapsFilled(trusted);
                return found(new String(bytes, whole), trusted, null);
            }
            Charset eastern = EastAsian.look(bytes);
            if (eastern != null) {
                return found(new String(bytes, eastern), eastern, made ? lie(eastern) : null);
            }
            if (charset != null && !isSingleByte(charset) && !charset.equals(UTF_8)) {
                return found(new String(bytes, charset), charset, "в тексте есть битые символы " + shown(charset));
            }
            Look latin = Look.ofLatin(bytes);
            return found(latin.score(bytes) > score ? latin : cyrillic, bytes);
        }

        private static boolean isBelieved(byte[] bytes, int said, int best) {
            int ahead = DECLARED + DECLARED_OF_ONE_LETTER / Math.max(1, Look.letters(bytes));
            return said + ahead >= best;
        }

        private TextDecoding found(Look look, byte[] bytes) {
            Charset used = look.charset();
            boolean asSaid = used.equals(charset);
            return found(new String(bytes, used), used, asSaid || !made ? null : lie(used));
        }

        private TextDecoding found(String text, Charset used, @Nullable String oddity) {
            return new TextDecoding(text, shown(used), oddity);
        }

        /** As it was declared, when it is that: also when it was read by its larger successor. */
        private String shown(Charset used) {
            Charset registered = name.registered();
            return Look.name(used.equals(charset) && registered != null ? registered : used);
        }

        private @Nullable String unknown() {
            return made && charset == null && !name.isUtf7() ? "неизвестная кодировка «" + name.brief() + "»" : null;
        }

        private String lie(Charset found) {
            String unknown = unknown();
            return unknown != null ? unknown : "указана кодировка «" + name.brief() + "», на деле " + found.name();
        }

        private static boolean isCyrillic(Charset charset) {
            return charset.name().equals("windows-1251")
                    || charset.name().startsWith("KOI8")
                    || charset.name().equals("IBM866")
                    || charset.name().equals("ISO-8859-5")
                    || charset.name().startsWith("x-Mac")
                    || charset instanceof KazakhCharset;
        }
    }

    private static boolean isAsciiName(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII);
    }

    private static boolean isWestern(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1)
                || charset.name().equals("windows-1252")
                || charset.name().equals("ISO-8859-15");
    }

    private static boolean isSingleByte(Charset charset) {
        return charset instanceof KazakhCharset
                || (charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f);
    }
}
