package org.perezvon.mail.charset;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises the charsets of Chinese, Japanese and Korean mail by the letters everybody uses there. */
final class EastAsian {

    private static final int ENOUGH = 32 * 1024;
    private static final int FEWEST_LETTERS = 4;

    private record Candidate(Charset charset, Share share) {}

    /** Whether the letters outside ASCII are those that prose there consists of. */
    private interface Share {
        boolean isProse(int kana, int hangul, int han, int other);
    }

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate(
                    Charset.forName("EUC-JP"), (kana, hangul, han, other) -> mostly(kana * 3, kana + han + other)),
            new Candidate(
                    Charset.forName("windows-31j"), (kana, hangul, han, other) -> mostly(kana * 3, kana + han + other)),
            new Candidate(
                    Charset.forName("x-windows-949"),
                    (kana, hangul, han, other) -> mostly(hangul, hangul + han + other)),
            new Candidate(
                    Charset.forName("GB18030"), (kana, hangul, han, other) -> mostly(han, kana + hangul + han + other)),
            new Candidate(
                    Charset.forName("Big5-HKSCS"),
                    (kana, hangul, han, other) -> mostly(han, kana + hangul + han + other)));

    private EastAsian() {}

    private static boolean mostly(int part, int whole) {
        return whole >= FEWEST_LETTERS && part * 10 >= whole * 8;
    }

    /** Null when the bytes look like none of them. */
    static @Nullable Charset look(byte[] bytes) {
        byte[] sample = bytes.length > ENOUGH ? Arrays.copyOf(bytes, lineEnd(bytes)) : bytes;
        for (Candidate candidate : CANDIDATES) {
            String text = StrictDecoding.of(sample, candidate.charset());
            if (text != null && isProse(text, sample, candidate)) {
                return candidate.charset();
            }
        }
        return null;
    }

    private static int lineEnd(byte[] bytes) {
        int end = ENOUGH;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? ENOUGH : end;
    }

    private static boolean isProse(String text, byte[] sample, Candidate candidate) {
        int kana = 0;
        int hangul = 0;
        int han = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c >= '\u3041' && c <= '\u30fe') {
                kana++;
            } else if (c >= '\uac00' && c <= '\ud7a3') {
                hangul++;
            } else if (c >= '\u4e00' && c <= '\u9fff') {
                han++;
            } else if (c < '\u3000' || c > '\u303f') {
                other += c >= '\uff00' && c <= '\uff60' ? 0 : 1;
            }
        }
        boolean prose = candidate.share().isProse(kana, hangul, han, other);
        return prose && (han <= kana + hangul || isEveryday(sample, candidate.charset()));
    }

    /** Whether most pairs of bytes lie where the charset keeps its few thousand everyday characters. */
    private static boolean isEveryday(byte[] bytes, Charset charset) {
        int first = charset.name().startsWith("Big5") ? 0xa4 : 0xb0;
        int last = charset.name().startsWith("Big5") ? 0xc6 : 0xd7;
        boolean chinese = charset.name().startsWith("Big5") || charset.name().equals("GB18030");
        int everyday = 0;
        int pairs = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] < 0) {
                int lead = bytes[i] & 0xff;
                pairs += lead >= 0xa4 ? 1 : 0;
                everyday += lead >= first && lead <= last ? 1 : 0;
                i++;
            }
        }
        return !chinese || everyday * 10 >= pairs * 8;
    }
}
