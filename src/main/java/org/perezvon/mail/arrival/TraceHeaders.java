package org.perezvon.mail.arrival;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Header fields that servers add to a mail on its way (RFC 5321 §4.4 and custom). */
final class TraceHeaders {

    /** For whom this copy was delivered. */
    private static final Set<String> DELIVERY = Set.of(
            "received", "delivered-to", "x-delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcpt-to");

    private static final Set<String> OTHERS = Set.of(
            "return-path",
            "x-envelope-from",
            "authentication-results",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results",
            "received-spf",
            "x-received",
            "x-virus-scanned",
            "x-virus-status",
            "x-uid",
            "x-keywords",
            "status",
            "x-status");

    /** What filters of one product or provider write, one field for each of their thoughts. */
    private static final List<String> FAMILIES = List.of(
            "x-spam-", "x-rspamd-", "x-yandex-", "x-mailru-", "x-mras", "x-ms-exchange-", "x-microsoft-antispam");

    /** Receives a run of bytes of one kind. */
    interface Sink {
        void accept(byte[] bytes, int offset, int length);
    }

    private TraceHeaders() {}

    /**
     * Tells what the sender wrote from what servers added; line ends are passed on as they are.
     *
     * @param head receives the sender's own fields
     * @param delivery receives the fields that tell for whom this copy was delivered
     * @param body receives everything from the first empty line on
     */
    static void split(byte[] raw, Sink head, Sink delivery, Sink body) {
        Sink nowhere = (bytes, offset, length) -> {};
        Sink current = head;
        int position = 0;
        while (position < raw.length) {
            int next = endOfLine(raw, position);
            if (isBlank(raw, position, next)) {
                body.accept(raw, position, raw.length - position);
                return;
            }
            boolean folded = raw[position] == ' ' || raw[position] == '\t';
            if (!folded) {
                String name = name(raw, position, next);
                current = DELIVERY.contains(name) ? delivery : addedOnTheWay(name) ? nowhere : head;
            }
            current.accept(raw, position, next - position);
            position = next;
        }
    }

    private static boolean addedOnTheWay(String name) {
        return OTHERS.contains(name) || FAMILIES.stream().anyMatch(name::startsWith);
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
