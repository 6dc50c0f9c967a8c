package org.perezvon.mail.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The armour of PGP goes, the words stay. */
class ClearSignedTest {

    @Test
    void words_around_the_signed_text_stay_too() {
        ClearSigned signed = ClearSigned.in("""
                Выше
                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA256
                Charset: utf-8

                - -- список
                - тире снято
                обычная строка
                -----BEGIN PGP SIGNATURE-----

                iQIz
                -----END PGP SIGNATURE-----
                Ниже
                """);

        assertThat(signed.text()).isEqualTo("""
                Выше
                -- список
                тире снято
                обычная строка
                Ниже
                """);
        assertThat(signed.encrypted()).isFalse();
    }

    @Test
    void a_key_becomes_a_file() {
        ClearSigned signed = ClearSigned.in(
                "Ответ\n-----BEGIN PGP PUBLIC KEY BLOCK-----\nmQ\n-----END PGP PUBLIC KEY BLOCK-----\nконец");

        assertThat(signed.text()).isEqualTo("Ответ\nконец");
        assertThat(signed.files()).extracting(WrappedFile::name).containsExactly("ключ.asc");
    }

    @Test
    void what_is_encrypted_becomes_a_file_and_what_never_ends_stays_as_it_is() {
        String encrypted = "-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----";
        String open = "Ответ\n-----BEGIN PGP SIGNATURE-----\nдальше слова";

        assertThat(ClearSigned.in(encrypted).text()).isEmpty();
        assertThat(ClearSigned.in(encrypted).files()).hasSize(1);
        assertThat(ClearSigned.in(encrypted).encrypted()).isTrue();
        assertThat(ClearSigned.in(open).text()).isEqualTo(open);
    }
}
