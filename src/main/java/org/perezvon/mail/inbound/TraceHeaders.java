package org.perezvon.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Header fields that servers add to a mail on its way (RFC 5321 §4.4 and custom). */
final class TraceHeaders {

    private static final Set<String> NAMES = Set.of(
            "received",
            "return-path",
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "x-envelope-from",
            "authentication-results",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results",
            "received-spf",
            "x-received",
            "x-spam-status",
            "x-spam-score",
            "x-spam-flag",
            "x-spam-level",
            "x-virus-scanned",
            "x-uid",
            "x-keywords",
            "status",
            "x-status");

    /** Receives a run of bytes that belongs to the sender's own mail. */
    interface Sink {
        void accept(byte[] bytes, int offset, int length);
    }

    private TraceHeaders() {}

    /** Passes on every byte but those of trace fields; line ends are passed on as they are. */
    static void skipping(byte[] raw, Sink sink) {
        int position = 0;
        boolean traced = false;
        while (position < raw.length) {
            int next = endOfLine(raw, position);
            if (isBlank(raw, position, next)) {
                sink.accept(raw, position, raw.length - position);
                return;
            }
            boolean folded = raw[position] == ' ' || raw[position] == '\t';
            if (!folded) {
                traced = NAMES.contains(name(raw, position, next));
            }
            if (!traced) {
                sink.accept(raw, position, next - position);
            }
            position = next;
        }
    }

    private static int endOfLine(byte[] raw, int from) {
        int i = from;
        while (i < raw.length && raw[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, raw.length);
    }

    private static boolean isBlank(byte[] raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw[i] != '\r' && raw[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private static String name(byte[] raw, int from, int to) {
        int colon = from;
        while (colon < to && raw[colon] != ':') {
            colon++;
        }
        return new String(raw, from, colon - from, StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
