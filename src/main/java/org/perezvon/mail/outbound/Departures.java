package org.perezvon.mail.outbound;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.OfficeHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decides whether a letter may leave now: its recipient's hours, the daily cap of its address, the rate of its domain. */
@Component
class Departures {

    /** More automatic answers a day to one address means that a program answers our program. */
    private static final int MOST_ANSWERS_TO_MAILS = 20;

    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final ObjectProvider<OfficeHours> hours;
    private final DailyCapStore sent;
    private final DomainRate rate;
    private final int perDay;
    private final int perMinute;
    private final Clock clock;

    Departures(
            ObjectProvider<OfficeHours> hours,
            DailyCapStore sent,
            DomainRate rate,
            MailSettings settings,
            Clock clock) {
        this.hours = hours;
        this.sent = sent;
        this.rate = rate;
        this.perDay = settings.outgoing().perDay();
        this.perMinute = settings.outgoing().perMinute();
        this.clock = clock;
    }

    Departure of(DueLetter letter) {
        Instant now = clock.instant();
        Instant opening = opening(letter, now);
        if (opening.isAfter(now)) {
            return new Departure.Held(Departure.Reason.CLOSED, opening, null);
        }
        Optional<Departure> capped = capped(letter, now);
        if (capped.isPresent()) {
            return capped.get();
        }
        Instant turn = letter.placeReserved() ? now : rate.reserve(letter.to().domain(), now);
        return turn.isAfter(now) ? new Departure.Held(Departure.Reason.RATE, turn, ofRate()) : new Departure.Now();
    }

    private Instant opening(DueLetter letter, Instant now) {
        try {
            return hours.orderedStream()
                    .map(room -> room.notBefore(letter.reference(), letter.purpose(), now))
                    .max(Comparator.naturalOrder())
                    .orElse(now);
        } catch (RuntimeException e) {
            // One letter whose hours nobody can tell must not keep all the others from leaving.
            log.error("Letter {} for {} leaves at any hour: {}", letter.messageId(), letter.reference(), e.toString());
            return now;
        }
    }

    private Optional<Departure> capped(DueLetter letter, Instant now) {
        if (letter.released()) {
            return Optional.empty();
        }
        int cap = letter.origin() == Letter.Origin.ANSWER_TO_MAIL ? Math.min(perDay, MOST_ANSWERS_TO_MAILS) : perDay;
        Optional<Instant> free =
                switch (letter.origin()) {
                    case SELF_TEST -> Optional.empty();
                    case PERSON, TIMER -> sent.nextBelow(cap, letter.to(), now);
                    case ANSWER_TO_MAIL -> sent.nextBelow(cap, letter.to(), letter.origin(), now);
                };
        return free.map(moment -> new Departure.Held(Departure.Reason.DAILY_CAP, moment, ofCap(cap)));
    }

    private String ofRate() {
        return "Писем на этот домен много: за минуту уходит не больше " + perMinute;
    }

    private static String ofCap(int cap) {
        return "За сутки на этот адрес ушло уже " + cap
                + " (дневной предел): письмо ждёт решения администратора или конца суток";
    }
}
