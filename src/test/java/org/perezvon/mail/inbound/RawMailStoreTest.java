package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawMailStoreTest {

    private static final String MAIL = "Message-ID: <1@x>\r\nFrom: a@x\r\nSubject: s\r\n\r\nReceived: in the text\r\n";

    @Test
    void one_mail_delivered_twice_has_one_content() {
        String first = "Return-Path: <a@x>\r\nReceived: from a\r\n\tby b; Mon\r\n" + MAIL;
        String second = "Received: from c by d; Tue\r\nDelivered-To: box@y\r\n" + MAIL;
        assertThat(hash(first)).isEqualTo(hash(second)).isEqualTo(hash(MAIL));
    }

    @Test
    void two_mails_under_one_message_id_have_two_contents() {
        assertThat(hash(MAIL)).isNotEqualTo(hash(MAIL.replace("in the text", "in another text")));
        assertThat(hash(MAIL)).isNotEqualTo(hash(MAIL.replace("Subject: s", "Subject: t")));
    }

    @Test
    void any_bytes_have_a_content() {
        assertThat(hash("")).hasSize(32);
        assertThat(hash("no colon at all")).hasSize(32);
        assertThat(hash(" folded from nothing\n\n")).hasSize(32);
    }

    private static byte[] hash(String mail) {
        return RawMailStore.contentHash(mail.getBytes(StandardCharsets.ISO_8859_1));
    }
}
