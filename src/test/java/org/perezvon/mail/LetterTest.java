package org.perezvon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perezvon.kernel.EmailAddress;

class LetterTest {

    private static final EmailAddress TO = EmailAddress.of("ivanova@minsoc.example");

    @Test
    void a_line_break_in_subject_or_name_cannot_add_a_header() {
        Letter letter = new Letter("x", "REQUEST", "Иванова\r\nBcc: y@z.ru", TO, "Тема\r\nBcc: y@z.ru", "Текст");
        assertThat(letter.subject()).isEqualTo("Тема Bcc: y@z.ru");
        assertThat(letter.toName()).isEqualTo("Иванова Bcc: y@z.ru");
    }

    @Test
    void an_empty_letter_is_not_written() {
        assertThatThrownBy(() -> new Letter("x", "REQUEST", "Иванова", TO, "Тема", "  "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
