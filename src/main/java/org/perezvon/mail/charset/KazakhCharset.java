package org.perezvon.mail.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** The two single-byte charsets of Kazakh mail that Java does not know: relatives of windows-1251 that need its high half. */
final class KazakhCharset extends Charset {

    private static final String RUSSIAN = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

    /** KZ-1048, the Kazakh standard of 2002. */
    static final Charset KZ_1048 = new KazakhCharset(
            "KZ-1048", "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\ufffd™љ›њқһџ\u00a0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00ad®Ү°±Ііөµ¶·ё№ғ»әҢңү" + RUSSIAN);

    /** PT154, the "Asian Cyrillic" of older programs. */
    static final Charset PT_154 = new KazakhCharset(
            "PTCP154", "ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00a0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ" + RUSSIAN);

    private final String high;

    private KazakhCharset(String name, String high) {
        super(name, new String[0]);
        this.high = high;
    }

    @Override
    public boolean contains(Charset other) {
        return other == this;
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("Nobody writes " + name());
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    byte b = in.get();
                    out.put(b >= 0 ? (char) b : high.charAt(b & 0x7f));
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }
}
