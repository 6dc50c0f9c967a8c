package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The field of RFC 8601 as servers write it. */
class AuthenticationResultsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            mx.ekc.example; spf=pass smtp.mailfrom=minsoc.example                      | mx.ekc.example | spf  | pass | minsoc.example
            MX.EKC.example 1; SPF = Pass (sender IP is 1.2.3.4) smtp.mailfrom = a@b.example | mx.ekc.example | spf | pass | b.example
            mx.example; dkim/1=pass (good; really) header.i=@minsoc.example            | mx.example     | dkim | pass | minsoc.example
            mx.example; dkim=fail reason="bad signature; or worse" header.d=x.example  | mx.example     | dkim | fail | x.example
            mx.example (our \\) server); dmarc=none header.from=x.example              | mx.example     | dmarc | none | x.example
            spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=x.example; dkim=none         | ''             | spf  | pass | x.example
            """)
    void is_read_with_its_comments_quotes_and_spaces(
            String field, String server, String method, String result, String domain) {
        AuthenticationResults read = AuthenticationResults.parse(field);

        assertThat(read.server()).isEqualTo(server);
        assertThat(read.of(method)).singleElement().satisfies(found -> {
            assertThat(found.result()).isEqualTo(result);
            assertThat(found.domain("header.d", "header.i", "header.from", "smtp.mailfrom"))
                    .isEqualTo(domain);
        });
    }

    @Test
    void a_server_that_found_nothing_says_nothing() {
        AuthenticationResults read = AuthenticationResults.parse("mx.example; none");

        assertThat(read.server()).isEqualTo("mx.example");
        assertThat(read.results()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            ;
            = = =
            ;;;=;=pass;spf=
            "unended
            (unended (deeply
            mx.example; spf=\\
            """)
    void nonsense_is_read_as_far_as_it_goes(String field) {
        assertThat(AuthenticationResults.parse(field).results())
                .allSatisfy(result -> assertThat(result.method()).isNotEmpty());
    }

    @Test
    void a_long_one_takes_no_longer_than_its_length() {
        String field = "mx.example; " + "spf=pass (((".repeat(200_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> AuthenticationResults.parse(field + ";".repeat(200_000)));
    }
}
