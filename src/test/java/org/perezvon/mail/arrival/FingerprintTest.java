package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.ConversationKey;

class FingerprintTest {

    private static final String MAIL = "Message-ID: <1@x>\r\nFrom: a@x\r\nSubject: s\r\n\r\nReceived: in the text\r\n";

    private final ConversationKey key = new ConversationKey('k', Map.of('k', new byte[32]));

    @Test
    void one_mail_delivered_twice_has_one_content() {
        String first = "Return-Path: <a@x>\r\nReceived: from a\r\n\tby b; Mon\r\n" + MAIL;
        String second = "X-Spam-Report: yes\r\nReceived: from c by d; Tue\r\nDelivered-To: box@y\r\n" + MAIL;
        assertThat(hash(first)).isEqualTo(hash(second)).isEqualTo(hash(MAIL));
    }

    @Test
    void two_mails_under_one_message_id_have_two_contents() {
        assertThat(hash(MAIL)).isNotEqualTo(hash(MAIL.replace("in the text", "in another text")));
        assertThat(hash(MAIL)).isNotEqualTo(hash(MAIL.replace("Subject: s", "Subject: t")));
    }

    @Test
    void one_mail_sent_blindly_to_two_inquiries_is_two_mails() {
        String toFirst = "Delivered-To: " + address(7) + "\r\n" + MAIL;
        String toSecond = "Received: from a by b\r\n\tfor <" + address(8) + ">; Mon\r\n" + MAIL;

        assertThat(hash(toFirst)).isNotEqualTo(hash(toSecond));
        assertThat(hash(toFirst)).isEqualTo(hash("X-Original-To: " + address(7) + "\r\n" + toFirst));
        assertThat(of(toFirst).conversation()).isEqualTo(7);
        assertThat(of(toSecond).conversation()).isEqualTo(8);
    }

    @Test
    void one_mail_sent_openly_to_one_inquiry_is_one_however_it_came() {
        String open = "To: " + address(7) + "\r\n" + MAIL;

        assertThat(hash("Delivered-To: " + address(7) + "\r\n" + open)).isEqualTo(hash(open));
        assertThat(of(open).conversation()).isEqualTo(7);
    }

    @Test
    void a_forged_key_tells_nothing() {
        String forged = "Delivered-To: vopros+k-h-aaaaaaaaaaaaa@ekc.example\r\n" + MAIL;

        assertThat(hash(forged)).isEqualTo(hash(MAIL));
        assertThat(of(forged).conversation()).isNull();
    }

    @Test
    void one_head_over_two_bodies_is_two_mails() {
        byte[] head = "Message-ID: <1@x>\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(Fingerprint.ofHead(head, 100, key::findIn).hash())
                .isEqualTo(Fingerprint.ofHead(head, 100, key::findIn).hash())
                .isNotEqualTo(Fingerprint.ofHead(head, 101, key::findIn).hash());
    }

    @Test
    void any_bytes_have_a_content() {
        assertThat(hash("")).hasSize(32);
        assertThat(hash("no colon at all")).hasSize(32);
        assertThat(hash(" folded from nothing\n\n")).hasSize(32);
        assertThat(hash("X: " + "y".repeat(200_000) + "\r\nDelivered-To: z\r\n\r\n"))
                .hasSize(32);
    }

    private String address(long conversation) {
        return "vopros+" + key.sign(conversation) + "@ekc.example";
    }

    private byte[] hash(String mail) {
        return of(mail).hash();
    }

    private Fingerprint of(String mail) {
        return Fingerprint.ofWhole(mail.getBytes(StandardCharsets.ISO_8859_1), key::findIn);
    }
}
