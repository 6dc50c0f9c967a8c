package org.perezvon.mail.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The content of an S/MIME wrapper is found, and nothing in a damaged one is worse than nothing. */
class CmsTest {

    private static final byte[] SIGNED_DATA = oid("2a864886f70d010702");
    private static final byte[] DATA = oid("2a864886f70d010701");

    @Test
    void the_signed_content_is_found_in_der_base64_and_pem() {
        byte[] der = signed("привет", 0);
        String base64 = Base64.getMimeEncoder().encodeToString(der);

        assertThat(content(der)).isEqualTo("привет");
        assertThat(content(base64.getBytes(StandardCharsets.US_ASCII))).isEqualTo("привет");
        assertThat(content(("-----BEGIN PKCS7-----\n" + base64 + "\n-----END PKCS7-----\n")
                        .getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("привет");
    }

    @Test
    void lengths_that_nobody_tells_and_content_in_pieces_are_read() {
        assertThat(content(signed("привет", 3))).isEqualTo("привет");
    }

    @Test
    void a_signature_without_content_and_an_encrypted_letter_are_told_apart() {
        byte[] bare = element(
                0x30,
                SIGNED_DATA,
                element(0xa0, element(0x30, new byte[] {2, 1, 1}, element(0x31), element(0x30, DATA))));
        byte[] encrypted = element(0x30, oid("2a864886f70d010703"), element(0xa0, element(0x30)));

        assertThat(Cms.read(bare)).isInstanceOf(Cms.Nothing.class);
        assertThat(Cms.read(encrypted)).isInstanceOf(Cms.Encrypted.class);
    }

    @Test
    void damaged_wrappers_hold_nothing() {
        Random random = new Random(7);
        byte[] whole = signed("привет", 3);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);

            assertThat(Cms.read(damaged)).isNotNull();
        }
        assertThat(Cms.read(new byte[0])).isInstanceOf(Cms.Nothing.class);
        byte[] deep = new byte[200_000];
        Arrays.fill(deep, (byte) 0x80);
        assertThat(Cms.read(deep)).isInstanceOf(Cms.Nothing.class);
    }

    /** @param pieces 0 for told lengths, else how many octet strings the content is cut into, none telling its length */
    private static byte[] signed(String words, int pieces) {
        byte[] content = words.getBytes(StandardCharsets.UTF_8);
        if (pieces == 0) {
            byte[] inside = element(0x30, DATA, element(0xa0, element(0x04, content)));
            return element(
                    0x30,
                    SIGNED_DATA,
                    element(0xa0, element(0x30, new byte[] {2, 1, 1}, element(0x31), inside, element(0x31))));
        }
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        int size = content.length / pieces;
        for (int i = 0; i < content.length; i += size) {
            cut.writeBytes(element(0x04, Arrays.copyOfRange(content, i, Math.min(content.length, i + size))));
        }
        byte[] inside = untold(0x30, DATA, untold(0xa0, untold(0x24, cut.toByteArray())));
        return untold(0x30, SIGNED_DATA, untold(0xa0, untold(0x30, new byte[] {2, 1, 1}, untold(0x31), inside)));
    }

    private static byte[] oid(String hex) {
        return element(0x06, HexFormat.of().parseHex(hex));
    }

    private static byte[] element(int tag, byte[]... inside) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] bytes : inside) {
            all.writeBytes(bytes);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        element.write(0x81);
        element.write(all.size());
        element.writeBytes(all.toByteArray());
        return element.toByteArray();
    }

    private static byte[] untold(int tag, byte[]... inside) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        element.write(0x80);
        for (byte[] bytes : inside) {
            element.writeBytes(bytes);
        }
        element.write(0);
        element.write(0);
        return element.toByteArray();
    }

    private static String content(byte[] bytes) {
        return new String(((Cms.Signed) Cms.read(bytes)).content(), StandardCharsets.UTF_8);
    }
}
