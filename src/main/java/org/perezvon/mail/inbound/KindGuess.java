package org.perezvon.mail.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;

/**
 * What a letter seems to be.
 *
 * @param confidence how sure that is, from 0 to 1: 1 for what a program states in a form made for programs
 * @param evidence why, in Russian, for people
 * @param deliveries what became of our letter, per recipient; empty unless a server reports it
 * @param returnedIds the Message-IDs, without angle brackets, of the letters a server reports on
 */
public record KindGuess(
        MailKind kind,
        double confidence,
        List<String> evidence,
        Meaning meaning,
        List<Delivery> deliveries,
        List<String> returnedIds) {

    /**
     * What became of our letter to one recipient.
     *
     * @param recipient null when the report does not say
     * @param action what its server did (RFC 3464 §2.3.3), e.g. {@code delivered} or {@code relayed}; empty when the report
     *     does not say
     * @param server the server that took the letter or did not; empty when the report does not say
     * @param status e.g. {@code 5.1.1} (RFC 3463); empty when the report does not say
     * @param diagnostic the server's own words; empty when there are none
     */
    public record Delivery(
            @Nullable EmailAddress recipient, String action, String server, String status, String diagnostic) {}

    public KindGuess {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("A confidence of " + confidence + " is not between 0 and 1");
        }
        evidence = List.copyOf(evidence);
        deliveries = List.copyOf(deliveries);
        returnedIds = List.copyOf(returnedIds);
    }

    /** By the rules that come with the product. */
    public static KindGuess of(ParsedMail mail, ReplyText reply) {
        return of(mail, reply, ReadingRules.shipped());
    }

    /** Looks for servers first, then for programs, then for what people say; in doubt it is an answer for people to read. */
    public static KindGuess of(ParsedMail mail, ReplyText reply, ReadingRules rules) {
        ReadingRules held = rules.heldFor(mail.sender());
        KindGuess servers = ServerReports.read(mail, held);
        return servers != null ? servers : SpokenKinds.read(mail, reply, held);
    }
}
