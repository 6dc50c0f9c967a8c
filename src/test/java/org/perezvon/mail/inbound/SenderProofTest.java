package org.perezvon.mail.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.perezvon.mail.SenderVerdict;
import org.perezvon.mail.SenderVerdict.Verdict;

/** Whether a mail from ivanova@minsoc.example comes from there, as our server mx.ekc.example has found out. */
class SenderProofTest {

    private static final EmailAddress SENDER = EmailAddress.of("ivanova@minsoc.example");

    private final SenderProof proof = new SenderProof(List.of("mx.ekc.example", "*.mail.example"));

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            dmarc=pass header.from=minsoc.example                                   | PROVEN
            dmarc=pass header.from=MinSoc.example; spf=fail smtp.mailfrom=x.example | PROVEN
            dmarc=pass header.from=other.example                                    | UNPROVEN
            dmarc=fail (p=none) header.from=minsoc.example; spf=pass smtp.mailfrom=bounce.list.example | FORGED
            dkim=pass header.d=minsoc.example                                       | PROVEN
            dkim=pass header.i=@post.minsoc.example                                 | PROVEN
            dkim=pass header.d=example                                              | UNPROVEN
            dkim=pass header.d=spam.example                                         | UNPROVEN
            dkim=pass header.d=evilminsoc.example                                   | UNPROVEN
            dkim=fail header.d=minsoc.example                                       | UNPROVEN
            dkim=fail header.d=minsoc.example; dkim=pass header.d=minsoc.example    | PROVEN
            spf=pass smtp.mailfrom=ivanova@minsoc.example                           | PROVEN
            spf=pass smtp.mailfrom=spam.example                                     | UNPROVEN
            spf=pass smtp.helo=minsoc.example                                       | UNPROVEN
            spf=fail smtp.mailfrom=ivanova@minsoc.example                           | FORGED
            spf=fail smtp.mailfrom=minsoc.example; dkim=pass header.d=minsoc.example | PROVEN
            spf=softfail smtp.mailfrom=minsoc.example                               | UNPROVEN
            dmarc=none header.from=minsoc.example; spf=neutral; dkim=none           | UNPROVEN
            none                                                                    | UNPROVEN
            """)
    void what_was_found_is_weighed(String found, Verdict expected) {
        SenderVerdict verdict = verdict("Authentication-Results: mx.ekc.example; " + found + "\n");

        assertThat(verdict.verdict()).isEqualTo(expected);
        assertThat(verdict.words()).contains("тправител").contains("mx.ekc.example");
    }

    @Test
    void only_the_topmost_of_our_own_server_is_believed() {
        String honest = "Authentication-Results: mx.ekc.example; dmarc=fail header.from=minsoc.example\n";
        String forged = "Authentication-Results: mx.ekc.example; dmarc=pass header.from=minsoc.example\n";
        String strange = "Authentication-Results: mx.spam.example; dmarc=pass header.from=minsoc.example\n";

        assertThat(verdict(honest + forged).verdict()).isEqualTo(Verdict.FORGED);
        assertThat(verdict(strange + honest).verdict()).isEqualTo(Verdict.FORGED);
        assertThat(verdict(strange).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void what_stands_among_the_writers_own_fields_was_written_by_him() {
        String forged = "Authentication-Results: mx.ekc.example; dmarc=pass header.from=minsoc.example\n";

        assertThat(verdict("DKIM-Signature: v=1\n" + forged).verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(verdict("subject: x\n" + forged).verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(verdict("Received: by mx.ekc.example\n" + forged).verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void servers_may_be_named_by_their_domain() {
        assertThat(verdict("Authentication-Results: sas1-abc.mail.example; dkim=pass header.d=minsoc.example\n")
                        .verdict())
                .isEqualTo(Verdict.PROVEN);
        assertThat(verdict("Authentication-Results: evilmail.example; dkim=pass header.d=minsoc.example\n")
                        .verdict())
                .isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void where_nobody_checks_nothing_is_said() {
        SenderVerdict verdict = new SenderProof(List.of())
                .verdict(List.of("mx.ekc.example; dmarc=fail header.from=minsoc.example"), SENDER);

        assertThat(verdict).isEqualTo(SenderVerdict.NOBODY_CHECKS);
    }

    @ParameterizedTest
    @CsvSource({
        "PROVEN,    REQUIRE, true", "PROVEN,    WARN, true", "PROVEN,    IGNORE, true",
        "UNPROVEN,  REQUIRE, false", "UNPROVEN,  WARN, true", "UNPROVEN,  IGNORE, true",
        "UNCHECKED, REQUIRE, false", "UNCHECKED, WARN, true", "UNCHECKED, IGNORE, true",
        "FORGED,    REQUIRE, false", "FORGED,    WARN, false", "FORGED,    IGNORE, true",
    })
    void each_agency_is_believed_as_far_as_its_policy_goes(Verdict verdict, SenderPolicy policy, boolean believed) {
        assertThat(new SenderVerdict(verdict, "").satisfies(policy)).isEqualTo(believed);
    }

    private SenderVerdict verdict(String head) {
        ParsedMail mail = ParsedMail.parse((head + "From: ivanova@minsoc.example\n\nОтвет").getBytes(UTF_8));
        return proof.verdict(SenderProof.fieldsAbove(mail.headers()), SENDER);
    }
}
