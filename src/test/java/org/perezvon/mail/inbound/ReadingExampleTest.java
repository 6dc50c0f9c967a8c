package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that come with the product: an administrator may trust in them. */
class ReadingExampleTest {

    static List<ReadingExample> examples() {
        return ReadingExample.shipped();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_what_it_is_said_to_be(ReadingExample example) {
        KindGuess guess = example.read(ReadingRules.shipped(), "m.petrova@minsoc.example");

        assertThat(example.misread(guess))
                .as("%s: %s", example.said(), guess.evidence())
                .isEmpty();
    }
}
