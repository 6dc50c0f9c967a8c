package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.perezvon.kernel.Centre;
import org.springframework.stereotype.Component;

/** How the mail room fares, as people are told it: in Russian, by the centre's clock. */
@Component
class MailWords {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter ANOTHER_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy H:mm");

    private final ZoneId zone;

    MailWords(Centre centre) {
        this.zone = centre.zone();
    }

    /** «читается, последний раз 12 с назад», «не читается с 10:42: сервер не принял пароль» */
    String of(WatchedMailbox mailbox, Instant now) {
        return switch (mailbox.state(now)) {
            case READ -> "читается, последний раз " + ago(mailbox.age(now));
            case DOUBTFUL ->
                mailbox.error()
                        .map(error -> "не прочитан, попытки продолжаются: " + afterColon(error))
                        .orElse(mailbox.cameAt().isPresent() ? "читается, писем много" : "ещё не прочитан");
            case UNREAD ->
                "не читается с " + moment(unreadSince(mailbox), now) + ": "
                        + mailbox.error().map(MailWords::afterColon).orElse(why(mailbox));
        };
    }

    private static Instant unreadSince(WatchedMailbox mailbox) {
        return mailbox.readAt().orElse(mailbox.since().orElse(mailbox.watchedSince()));
    }

    private static String why(WatchedMailbox mailbox) {
        return mailbox.watchedBy()
                .map(node -> "узел " + node + " не может дочитать его до конца")
                .orElse("за ним не следит ни один узел");
    }

    /** «принимает письма, последнее в 10:42», «не принимает писем с 10:42: не удалось соединиться» */
    String of(WayOut route, Instant now) {
        Optional<WayOut.View> failure = route.failure(now);
        if (failure.isPresent()) {
            return "не принимает писем с " + moment(failure.get().since(), now) + ": "
                    + failure.get().error().map(MailWords::afterColon).orElse("причина неизвестна");
        }
        return route.tookAt()
                .map(at -> "принимает письма, последнее в " + moment(at, now))
                .orElse("готов, писем ещё не было");
    }

    /** «вернулось за 3 с, отправлено в 10:42», «не вернулось …» */
    String of(SelfTestState test, Instant now) {
        if (test.isOff()) {
            return "выключено: проверочные письма не отправляются";
        }
        Optional<RoundTrip> lost = test.lost(now);
        if (lost.isPresent()) {
            return "письмо, отправленное в " + moment(lost.get().sentAt(), now) + ", не вернулось за "
                    + lasting(RoundTrip.PATIENCE);
        }
        if (test.isStale(now)) {
            return test.lastBack()
                    .flatMap(RoundTrip::back)
                    .map(at -> "ни одно письмо не возвращалось с " + moment(at, now))
                    .orElse("ни одно письмо ещё не вернулось");
        }
        return test.lastBack().map(trip -> of(trip, now)).orElse("первое письмо ещё не вернулось");
    }

    /** «вернулось за 3 с, отправлено в 10:42; …» and whatever the servers on the way had changed */
    String of(RoundTrip trip, Instant now) {
        if (!trip.isBack()) {
            return "в пути " + lasting(trip.duration(now));
        }
        StringBuilder words = new StringBuilder("вернулось за ")
                .append(lasting(trip.duration(now)))
                .append(", отправлено в ")
                .append(moment(trip.sentAt(), now));
        if (trip.isReaddressed()) {
            words.append("; почтовый сервер заменил адрес отправителя: ответы не придут на адрес своего запроса, "
                    + "разрешите ему адреса с плюсом");
        }
        if (trip.isRenamed()) {
            words.append("; почтовый сервер заменил Message-ID: ответы будут узнаваться только по адресу и ключу");
        }
        return words.toString();
    }

    /** «В письме № 12 заражённый файл «счёт.doc» (Win.Trojan): …» */
    static String of(FileChecks.Infected file) {
        return "В письме № " + file.mailId() + " заражённый файл «" + file.name() + "» (" + file.found()
                + "). Открыть его нельзя никому; предупредите отправителя";
    }

    /** «проверяются на вирусы», «не проверяются с 10:42: антивирус недоступен, ждёт файлов: 3» */
    String of(FileChecks files, Instant now) {
        if (files.areStuck(now)) {
            return "не проверяются с "
                    + files.waiting().oldest().map(since -> moment(since, now)).orElse("") + ": "
                    + files.reason().map(MailWords::afterColon).orElse("") + "; ждёт файлов: "
                    + files.waiting().number() + ", открыть их пока нельзя";
        }
        String waiting = files.waiting().number() == 0
                ? ""
                : ", в очереди: " + files.waiting().number();
        return files.scanned()
                ? "проверяются на вирусы" + waiting
                : "на вирусы не проверяются: антивирус не настроен (perezvon.mail.scanner.address)" + waiting;
    }

    /** «в 10:42» loses its «в» here: «10:42», on another day «21.11.2026 10:42». */
    String moment(Instant at, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return local.format(today ? TODAY : ANOTHER_DAY);
    }

    /** A sentence goes on with a small letter; a server's own words and abbreviations stay as they are. */
    private static String afterColon(String sentence) {
        boolean russianWord = sentence.matches("(?s)\\p{IsCyrillic}\\p{javaLowerCase}.*")
                || sentence.matches("(?s)\\p{IsCyrillic}\\s.*");
        return russianWord ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1) : sentence;
    }

    /** «только что», «12 с назад» */
    static String ago(Duration time) {
        return time.getSeconds() < 1 ? "только что" : lasting(time) + " назад";
    }

    /** «12 с», «5 мин», «2 ч 10 мин», «3 дн.» */
    static String lasting(Duration time) {
        long seconds = time.getSeconds();
        if (seconds < 60) {
            return Math.max(seconds, 1) + " с";
        }
        if (seconds < 3600) {
            return seconds / 60 + " мин";
        }
        if (seconds < 2 * 86_400) {
            long minutes = seconds / 60 % 60;
            return seconds / 3600 + " ч" + (minutes == 0 ? "" : " " + minutes + " мин");
        }
        return seconds / 86_400 + " дн.";
    }

    /** «1 письмо», «2 письма», «5 писем» */
    static String letters(int number) {
        int tens = number % 100;
        int ones = number % 10;
        if (tens > 10 && tens < 15 || ones == 0 || ones > 4) {
            return number + " писем";
        }
        return number + (ones == 1 ? " письмо" : " письма");
    }
}
