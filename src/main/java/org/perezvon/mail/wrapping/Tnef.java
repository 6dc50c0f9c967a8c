package org.perezvon.mail.wrapping;

import java.util.List;
import java.util.Optional;

/**
 * What Outlook has packed into {@code winmail.dat} (MS-OXTNEF): the words of the letter and its files.
 *
 * @param text the words as plain text; empty when there are none
 * @param html the words as HTML; empty when there are none
 * @param files the files, in their order
 * @param whole false when the packet breaks off
 */
public record Tnef(String text, String html, List<WrappedFile> files, boolean whole) {

    public Tnef {
        files = List.copyOf(files);
    }

    /** Empty when the bytes are no such packet. */
    public static Optional<Tnef> read(byte[] bytes) {
        return TnefReader.isTnef(bytes) ? Optional.of(new TnefReader(bytes, 0).read()) : Optional.empty();
    }
}
