package org.perezvon.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Mails made to keep a reader busy. */
final class Monsters {

    private static final int LARGE = 50_000_000;
    private static final int PARTS = 10_000;
    private static final String HEAD = "From: a@b.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n";

    private Monsters() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("50 MB of text", mail("text/plain; charset=utf-8", filled("паспорт и заявление\r\n", LARGE / 2)));
        all.put("50 MB of quotation signs", mail("text/plain", filled("> >", LARGE)));
        all.put("50 MB of HTML", mail("text/html; charset=utf-8", filled("<p>паспорт</p>", LARGE / 2)));
        all.put("50 MB of open tags", mail("text/html", filled("<div><b>", LARGE)));
        all.put("50 MB in a file", mail("application/pdf\r\nContent-Transfer-Encoding: base64", file()));
        all.put("10,000 nested parts", mail(nested()));
        all.put(
                "10,000 parts side by side",
                mail("multipart/mixed; boundary=b", filled("--b\r\n\r\na\r\n", PARTS * 9)));
        all.put("10,000 fields", (filled("X-A: b\r\n", PARTS * 8) + "\r\na").getBytes(StandardCharsets.US_ASCII));
        return all;
    }

    private static byte[] mail(String type, String body) {
        return mail("Content-Type: " + type + "\r\n\r\n" + body);
    }

    private static byte[] mail(String rest) {
        return (HEAD + rest).getBytes(StandardCharsets.UTF_8);
    }

    private static String nested() {
        StringBuilder parts = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < PARTS; i++) {
            parts.append("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(i, i + 1));
        }
        return parts.append("--b").append(PARTS).append("\r\n\r\nпаспорт\r\n").toString();
    }

    private static String file() {
        return Base64.getMimeEncoder().encodeToString(new byte[LARGE / 4 * 3]);
    }

    private static String filled(String with, int length) {
        return with.repeat(length / with.length());
    }
}
