package org.perezvon.mail.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.DeliveryReport;
import org.perezvon.mail.inbound.KindGuess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what servers report about our letters beside the letters: the evidence that they arrived, or did not. */
@Component
public class DeliveryReports {

    private static final Logger log = LoggerFactory.getLogger(DeliveryReports.class);

    private final LetterReportStore store;

    DeliveryReports(LetterReportStore store) {
        this.store = store;
    }

    /**
     * Keeps what a mail reports, in the transaction that settles the mail. The same report twice is kept once.
     *
     * @param conversation which the signed traces name, when they do: without a Message-ID it tells the letter by its
     *     recipient
     * @param messageIds of the letters reported on, with angle brackets
     * @return how many letters of ours it is about; zero: somebody should look at it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int record(
            long mailId, Instant receivedAt, @Nullable Long conversation, List<String> messageIds, KindGuess guess) {
        List<LetterReportStore.Known> letters = letters(conversation, messageIds, guess);
        for (LetterReportStore.Known letter : letters) {
            for (DeliveryReport report : reports(mailId, receivedAt, letter, guess)) {
                store.add(letter.id(), report);
                log.info("Letter {}: {} {} {}", letter.messageId(), report.kind(), report.status(), report.server());
            }
        }
        return letters.size();
    }

    private List<LetterReportStore.Known> letters(
            @Nullable Long conversation, List<String> messageIds, KindGuess guess) {
        List<LetterReportStore.Known> named = store.withMessageIds(messageIds);
        if (!named.isEmpty() || conversation == null) {
            return named;
        }
        List<String> recipients = guess.deliveries().stream()
                .flatMap(delivery -> Optional.ofNullable(delivery.recipient()).stream())
                .map(EmailAddress::value)
                .toList();
        List<LetterReportStore.Known> sent = store.sentIn(conversation, recipients);
        return sent.size() == 1 ? sent : List.of(); // which of several is meant nobody can tell
    }

    private static List<DeliveryReport> reports(
            long mailId, Instant receivedAt, LetterReportStore.Known letter, KindGuess guess) {
        if (guess.deliveries().isEmpty()) {
            return List.of(new DeliveryReport(mailId, receivedAt, kind(guess, ""), letter.toAddress(), "", "", ""));
        }
        return guess.deliveries().stream()
                .map(delivery -> new DeliveryReport(
                        mailId,
                        receivedAt,
                        kind(guess, delivery.action()),
                        recipient(delivery, letter),
                        delivery.server(),
                        delivery.status(),
                        delivery.diagnostic()))
                .toList();
    }

    private static String recipient(KindGuess.Delivery delivery, LetterReportStore.Known letter) {
        EmailAddress named = delivery.recipient();
        return named == null ? letter.toAddress() : named.value();
    }

    private static DeliveryReport.Kind kind(KindGuess guess, String action) {
        return switch (guess.kind()) {
            case BOUNCE -> DeliveryReport.Kind.FAILED;
            case DELAY -> DeliveryReport.Kind.DELAYED;
            default ->
                switch (action) {
                    case "delivered" -> DeliveryReport.Kind.DELIVERED;
                    case "relayed", "expanded" -> DeliveryReport.Kind.PASSED_ON;
                    default -> DeliveryReport.Kind.CONFIRMED;
                };
        };
    }
}
