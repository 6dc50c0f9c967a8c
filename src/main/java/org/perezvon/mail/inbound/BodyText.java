package org.perezvon.mail.inbound;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.charset.TextDecoding;
import org.perezvon.mail.wrapping.ClearSigned;
import org.perezvon.mail.wrapping.FilesInText;
import org.perezvon.mail.wrapping.WrappedFile;

/**
 * The words of one part.
 *
 * @param charset in which they were
 * @param files what stood among them and is not words
 */
record BodyText(String text, String charset, List<WrappedFile> files) {

    static final int LONGEST = 1_000_000;
    static final int MOST_TAGS = 50_000;
    private static final int LARGEST = 4 * LONGEST;

    BodyText {
        files = List.copyOf(files);
    }

    static BodyText plain(LetterPart part, Set<String> oddities) {
        FilesInText unpacked = FilesInText.in(part.content());
        TextDecoding decoding = noted(
                TextDecoding.of(firstOf(unpacked.text(), oddities), part.type().get("charset")), oddities);
        String text = limited(decoding.text(), oddities);
        boolean flowed = "flowed".equalsIgnoreCase(part.type().get("format"));
        String tidy = flowed
                ? PlainText.unflowed(text, "yes".equalsIgnoreCase(part.type().get("delsp")))
                : PlainText.tidied(text);
        ClearSigned signed = ClearSigned.in(tidy);
        if (signed.encrypted()) {
            oddities.add("письмо зашифровано (PGP), его текст может прочитать только владелец ключа");
        }
        List<WrappedFile> files = unpacked.files();
        if (!signed.files().isEmpty()) {
            files = Stream.concat(files.stream(), signed.files().stream()).toList();
        }
        return new BodyText(signed.text(), decoding.charset(), files);
    }

    static BodyText html(byte[] content, @Nullable String charset, Set<String> oddities) {
        TextDecoding decoding = noted(TextDecoding.ofHtml(firstOf(content, oddities), charset), oddities);
        return new BodyText(fewTags(limited(decoding.text(), oddities), oddities), decoding.charset(), List.of());
    }

    private static TextDecoding noted(TextDecoding decoding, Set<String> oddities) {
        String oddity = decoding.oddity();
        if (oddity != null) {
            oddities.add(oddity);
        }
        return decoding;
    }

    /** Not more bytes than the longest text can have, and no half letter at their end. */
    private static byte[] firstOf(byte[] content, Set<String> oddities) {
        if (content.length <= LARGEST) {
            return content;
        }
        oddities.add(tooLong());
        int end = LARGEST;
        while (end > LARGEST - 4 && (content[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private static String limited(String text, Set<String> oddities) {
        if (text.length() <= LONGEST) {
            return text;
        }
        oddities.add(tooLong());
        return text.substring(0, LONGEST);
    }

    private static String tooLong() {
        return "текст длиннее " + LONGEST + " знаков, конец отброшен";
    }

    /** An honest letter has one tag in twenty letters; what has far more was made to keep the parser busy. */
    private static String fewTags(String html, Set<String> oddities) {
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
            if (++tags > MOST_TAGS) {
                oddities.add("в HTML больше " + MOST_TAGS + " тегов, конец отброшен");
                return html.substring(0, i);
            }
        }
        return html;
    }
}
