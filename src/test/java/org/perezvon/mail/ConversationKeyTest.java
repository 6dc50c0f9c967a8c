package org.perezvon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ConversationKeyTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private final ConversationKey key = new ConversationKey('a', Map.of('a', SECRET));

    @Property(tries = 500)
    void every_conversation_is_found_again_in_any_surroundings(@ForAll @LongRange(min = 1) long conversation) {
        String signed = key.sign(conversation);
        assertThat(key.findIn("vopros+" + signed + "@ekc.example")).containsExactly(conversation);
        assertThat(key.findIn("RE: Запрос [" + signed.toUpperCase(Locale.ROOT) + "]"))
                .containsExactly(conversation);
        assertThat(key.findIn("«" + signed + "».")).containsExactly(conversation);
    }

    @Property(tries = 500)
    void one_changed_character_is_a_forgery(
            @ForAll @LongRange(min = 1, max = 1_000_000) long conversation,
            @ForAll @IntRange(min = 0, max = 12) int at) {
        String signed = key.sign(conversation);
        int position = signed.length() - 1 - at;
        char other = signed.charAt(position) == 'x' ? 'y' : 'x';
        String forged = signed.substring(0, position) + other + signed.substring(position + 1);
        assertThat(key.findIn(forged)).isEmpty();
    }

    @Property(tries = 500)
    void a_key_retyped_from_paper_is_repaired(@ForAll @LongRange(min = 1, max = 1_000_000) long conversation) {
        String signed = key.sign(conversation);
        String retyped = signed.substring(0, 2) + signed.substring(2).replace('i', '1');
        assertThat(key.findIn(retyped)).containsExactly(conversation);
    }

    @Test
    void the_alphabet_has_no_characters_that_look_like_others() {
        for (long conversation = 1; conversation < 2000; conversation++) {
            assertThat(key.sign(conversation)).matches("[a-z]-[a-km-np-z2-9]+-[a-km-np-z2-9]{13}");
        }
    }

    @Test
    void a_secret_of_another_installation_proves_nothing() {
        String foreign = new ConversationKey('a', Map.of('a', OTHER)).sign(7);
        assertThat(key.findIn(foreign)).isEmpty();
    }

    @Test
    void letters_signed_before_a_rotation_still_find_their_way() {
        String before = key.sign(7);
        ConversationKey rotated = new ConversationKey('b', Map.of('a', SECRET, 'b', OTHER));
        assertThat(rotated.findIn(before)).containsExactly(7L);
        assertThat(rotated.sign(7)).startsWith("b-");
    }

    @Test
    void several_keys_in_one_text_are_all_found_each_once() {
        String text = key.sign(1) + " " + key.sign(2) + " " + key.sign(1);
        assertThat(key.findIn(text)).containsExactly(1L, 2L);
    }

    @Test
    void a_long_text_without_keys_is_searched_quickly_and_in_vain() {
        assertThat(key.findIn("a-a-".repeat(200_000))).isEmpty();
    }
}
