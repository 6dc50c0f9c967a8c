package org.perezvon.mail.wrapping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** RTF as Outlook compresses it (MS-OXRTFCP). */
final class CompressedRtf {

    private static final int COMPRESSED = 0x75465a4c;
    private static final int WINDOW = 4096;
    private static final int LARGEST = 16 * 1024 * 1024;

    /** What the window holds before the first byte: the words every RTF begins with. */
    private static final byte[] COMMON =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
                            + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0"
                            + "\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    static byte[] decompressed(byte[] packet) {
        LittleEndian in = new LittleEndian(packet);
        in.skip(4); // size of the packet
        int size = in.number();
        int kind = in.number();
        in.skip(4); // sum of the bytes
        if (kind != COMPRESSED) {
            return in.take(in.left());
        }
        byte[] window = new byte[WINDOW];
        System.arraycopy(COMMON, 0, window, 0, COMMON.length);
        int writeAt = COMMON.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int limit = size < 0 ? LARGEST : Math.min(size, LARGEST);
        while (in.left() > 0 && out.size() < limit) {
            int control = in.octet();
            for (int bit = 0; bit < 8 && in.left() > 0 && out.size() < limit; bit++) {
                if ((control >> bit & 1) == 0) {
                    byte literal = (byte) in.octet();
                    out.write(literal);
                    window[writeAt] = literal;
                    writeAt = (writeAt + 1) % WINDOW;
                    continue;
                }
                int high = in.octet();
                int reference = high << 8 | in.octet();
                int from = reference >> 4;
                if (from == writeAt) {
                    return out.toByteArray(); // so the end is marked
                }
                for (int i = 0; i < (reference & 0xf) + 2; i++) {
                    byte copied = window[(from + i) % WINDOW];
                    out.write(copied);
                    window[writeAt] = copied;
                    writeAt = (writeAt + 1) % WINDOW;
                }
            }
        }
        return out.toByteArray();
    }
}
