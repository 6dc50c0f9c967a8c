package org.perezvon.mail.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a file is known by: the sum of its contents, 64 hexadecimal digits in small letters. */
record Sha256(String hex) {

    private static final int DIGITS = 64;

    Sha256 {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException("A SHA-256 has " + DIGITS + " digits, not " + hex.length());
        }
    }

    static Sha256 of(byte[] content) {
        try {
            return from(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static Sha256 from(byte[] sum) {
        return new Sha256(HexFormat.of().formatHex(sum));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
