package org.perezvon.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.perezvon.mail.DeliveryReport;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.springframework.stereotype.Component;

/** The letters of an inquiry and what servers said to them. */
@Component
class LetterTimeline implements TimelineSource {

    private final Outbox outbox;

    LetterTimeline(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        return outbox.about(inquiry.id().toString()).stream()
                .flatMap(letter -> Stream.concat(
                        Stream.of(left(inquiry, letter)),
                        letter.reports().stream().map(report -> reported(inquiry, letter, report))))
                .toList();
    }

    private static TimelineEntry left(Inquiry inquiry, SentLetter letter) {
        Instant at = letter.acceptedAt().orElse(letter.notBefore());
        List<String> details = new ArrayList<>();
        letter.server()
                .ifPresent(server -> details.add(
                        "Сервер " + server + ": " + letter.serverReply().orElse("принял")));
        letter.waitingBecause().ifPresent(details::add);
        letter.lastError().ifPresent(error -> details.add("Почтовый сервер: " + error));
        if (letter.attempts() > 1) {
            details.add("Попыток отправки: " + letter.attempts());
        }
        return new TimelineEntry(
                at,
                "LETTER_" + letter.purpose(),
                "Письмо «" + letter.subject() + "», кому: " + letter.to() + " — " + state(letter.state()),
                null,
                inquiry.number(),
                details);
    }

    private static TimelineEntry reported(Inquiry inquiry, SentLetter letter, DeliveryReport report) {
        return new TimelineEntry(
                report.receivedAt(),
                "DELIVERY_" + report.kind(),
                "О письме «" + letter.subject() + "»: " + words(report.kind()),
                null,
                inquiry.number(),
                Stream.of(report.server(), report.status(), report.diagnostic())
                        .filter(said -> !said.isEmpty())
                        .toList());
    }

    private static String state(SentLetter.State state) {
        return switch (state) {
            case WAITING -> "ждёт отправки";
            case SENDING -> "отправляется";
            case ACCEPTED -> "принято почтовым сервером";
            case REFUSED -> "не принято";
            case WITHDRAWN -> "не понадобилось и не отправлено";
        };
    }

    private static String words(DeliveryReport.Kind kind) {
        return switch (kind) {
            case DELIVERED -> "доставлено";
            case PASSED_ON -> "передано серверу получателя";
            case DELAYED -> "доставка задерживается";
            case FAILED -> "не доставлено";
            case CONFIRMED -> "получение подтверждено";
        };
    }
}
