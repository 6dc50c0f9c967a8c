package org.perezvon.mail.wrapping;

import java.nio.charset.StandardCharsets;

/**
 * The words of a letter written in RTF. Outlook packs HTML into RTF (MS-OXRTFEX); that HTML is found again.
 *
 * @param html whether the text is HTML
 */
record RtfText(String text, boolean html) {

    static RtfText read(byte[] rtf) {
        return new RtfReader(new String(rtf, StandardCharsets.ISO_8859_1)).read();
    }
}
