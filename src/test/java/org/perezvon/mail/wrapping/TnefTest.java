package org.perezvon.mail.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words and files come out of Outlook's packet, and a damaged one gives what it has. */
class TnefTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    @Test
    void the_words_are_read_in_the_codepage_of_the_packet() {
        Tnef packet = read(packet(codepage(1251), attribute(0x800c, "Да, можно\0".getBytes(WINDOWS_1251))));

        assertThat(packet.text()).isEqualTo("Да, можно");
        assertThat(packet.whole()).isTrue();
    }

    @Test
    void html_is_preferred_to_rtf_and_kept_beside_the_plain_words() {
        byte[] html = "<p>Да</p>".getBytes(StandardCharsets.UTF_8);
        byte[] properties = properties(property(0x102, 0x1013, html), property(3, 0x3fde, number(65001)));

        Tnef packet = read(packet(attribute(0x9003, properties)));

        assertThat(packet.html()).isEqualTo("<p>Да</p>");
    }

    @Test
    void files_have_their_long_names_and_their_bytes() {
        byte[] name = "Ответ на запрос.docx\0".getBytes(StandardCharsets.UTF_16LE);
        byte[] named = properties(property(0x1f, 0x3707, name), property(0x0b, 0x7ffe, number(1)));
        Tnef packet = read(packet(
                attribute(0x9002, new byte[14]),
                attribute(0x8010, "OTVET~1.DOC\0".getBytes(StandardCharsets.US_ASCII)),
                attribute(0x800f, new byte[] {1, 2, 3}),
                attribute(0x9005, named),
                attribute(0x9002, new byte[14]),
                attribute(0x8010, "b.txt\0".getBytes(StandardCharsets.US_ASCII)),
                attribute(0x800f, new byte[] {4})));

        assertThat(packet.files()).extracting(WrappedFile::name).containsExactly("Ответ на запрос.docx", "b.txt");
        assertThat(packet.files().get(0).content()).containsExactly(1, 2, 3);
    }

    @Test
    void a_letter_within_the_letter_shows_its_words_and_files() {
        byte[] inner = packet(
                codepage(1251),
                attribute(0x800c, "Ответ внутри".getBytes(WINDOWS_1251)),
                attribute(0x9002, new byte[14]),
                attribute(0x8010, "скан.pdf".getBytes(WINDOWS_1251)),
                attribute(0x800f, new byte[] {1}));
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(new byte[16]);
        object.writeBytes(inner);
        byte[] properties = properties(property(0x0d, 0x3701, object.toByteArray()));

        Tnef packet = read(packet(attribute(0x9002, new byte[14]), attribute(0x9005, properties)));

        assertThat(packet.files()).extracting(WrappedFile::name).containsExactly("письмо.txt", "скан.pdf");
        assertThat(packet.files().get(0).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Ответ внутри");
    }

    @Test
    void named_properties_and_several_values_are_passed_over() {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes(new byte[] {0x1f, 0, 1, (byte) 0x80});
        named.writeBytes(new byte[16]);
        named.writeBytes(number(1));
        named.writeBytes(number(6));
        named.writeBytes(new byte[8]); // a name of three letters, padded
        named.writeBytes(number(1));
        named.writeBytes(number(2));
        named.writeBytes(new byte[4]);
        byte[] several = {3, 0x10, 2, 0x10, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0};
        byte[] body = "Да\0".getBytes(StandardCharsets.UTF_16LE);

        Tnef packet =
                read(packet(attribute(0x9003, properties(named.toByteArray(), several, property(0x1f, 0x1000, body)))));

        assertThat(packet.text()).isEqualTo("Да");
    }

    @Test
    void a_damaged_packet_gives_what_it_has() {
        byte[] whole = packet(
                codepage(1251),
                attribute(0x9003, properties(property(0x1f, 0x1000, "Да\0".getBytes(StandardCharsets.UTF_16LE)))),
                attribute(0x9002, new byte[14]),
                attribute(0x800f, new byte[100]));
        assertThat(read(Arrays.copyOf(whole, whole.length - 50)).whole()).isFalse();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 7 + random.nextInt(whole.length - 6));
            damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
            damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);

            assertThat(Tnef.read(damaged)).isPresent();
        }
        assertThat(Tnef.read(new byte[] {1, 2, 3})).isEmpty();
    }

    private static Tnef read(byte[] packet) {
        return Tnef.read(packet).orElseThrow();
    }

    private static byte[] codepage(int number) {
        return attribute(0x9007, number(number));
    }

    private static byte[] packet(byte[]... attributes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(number(0x223e9f78));
        all.writeBytes(new byte[] {1, 0});
        for (byte[] attribute : attributes) {
            all.writeBytes(attribute);
        }
        return all.toByteArray();
    }

    private static byte[] attribute(int id, byte[] value) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(1);
        all.writeBytes(number(id | 0x60000));
        all.writeBytes(number(value.length));
        all.writeBytes(value);
        all.writeBytes(new byte[2]);
        return all.toByteArray();
    }

    private static byte[] properties(byte[]... properties) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(number(properties.length));
        for (byte[] property : properties) {
            all.writeBytes(property);
        }
        return all.toByteArray();
    }

    private static byte[] property(int type, int id, byte[] value) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(number(type | id << 16));
        if (type == 0x1f || type == 0x102 || type == 0x0d) {
            all.writeBytes(number(1));
            all.writeBytes(number(value.length));
        }
        all.writeBytes(value);
        all.writeBytes(new byte[(4 - value.length % 4) % 4]);
        return all.toByteArray();
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }
}
