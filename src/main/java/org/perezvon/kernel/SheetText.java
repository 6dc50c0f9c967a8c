package org.perezvon.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A table saved as text, as spreadsheets save it: in UTF-8, with or without its mark, or as a Russian Excel does by itself. */
public final class SheetText {

    private static final Charset EXCELS_OWN = Charset.forName("windows-1251");
    private static final String MARK = "\uFEFF";

    private SheetText() {}

    /** What is no UTF-8 a Russian Excel has saved; the mark is not part of the text. */
    public static String of(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, EXCELS_OWN);
        }
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
