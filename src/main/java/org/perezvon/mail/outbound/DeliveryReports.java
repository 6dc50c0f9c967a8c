package org.perezvon.mail.outbound;

import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.DeliveryReport;
import org.perezvon.mail.inbound.KindGuess;
import org.perezvon.mail.inbound.ServerReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what servers report about our letters beside the letters: the evidence that they arrived, or did not. */
@Component
class DeliveryReports {

    private static final Logger log = LoggerFactory.getLogger(DeliveryReports.class);

    private final LetterReportStore store;

    DeliveryReports(LetterReportStore store) {
        this.store = store;
    }

    /** In the transaction that settles the mail. The same report twice is kept once. */
    @EventListener
    void on(ServerReport told) {
        for (LetterReportStore.Known letter : letters(told)) {
            for (DeliveryReport report : reports(told, letter)) {
                store.add(letter.id(), report);
                log.info("Letter {}: {} {} {}", letter.messageId(), report.kind(), report.status(), report.server());
            }
        }
    }

    /** Without a Message-ID the letter is told by its recipient, when he had only one. */
    private List<LetterReportStore.Known> letters(ServerReport told) {
        List<LetterReportStore.Known> named = store.withMessageIds(told.conversation(), told.messageIds());
        if (!named.isEmpty()) {
            return named;
        }
        List<String> recipients = told.guess().deliveries().stream()
                .flatMap(delivery -> Optional.ofNullable(delivery.recipient()).stream())
                .map(EmailAddress::value)
                .toList();
        List<LetterReportStore.Known> sent = store.sentIn(told.conversation(), recipients);
        return sent.size() == 1 ? sent : List.of();
    }

    private static List<DeliveryReport> reports(ServerReport told, LetterReportStore.Known letter) {
        KindGuess guess = told.guess();
        if (guess.deliveries().isEmpty()) {
            return List.of(new DeliveryReport(
                    told.mailId(), told.receivedAt(), kind(guess, ""), letter.toAddress(), "", "", ""));
        }
        return guess.deliveries().stream()
                .map(delivery -> new DeliveryReport(
                        told.mailId(),
                        told.receivedAt(),
                        kind(guess, delivery.action()),
                        recipient(delivery, letter),
                        ServerWords.fit(delivery.server()),
                        ServerWords.fit(delivery.status()),
                        ServerWords.fit(delivery.diagnostic())))
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
