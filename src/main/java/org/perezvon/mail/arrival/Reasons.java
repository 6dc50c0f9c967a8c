package org.perezvon.mail.arrival;

import org.springframework.util.unit.DataSize;

/** Why a mail is kept by reference, as the person at whose desk it lies reads it. */
final class Reasons {

    private Reasons() {}

    static String tooLarge(long bytes, DataSize largest) {
        return ("Письмо занимает %s — больше предела %s (perezvon.mail.imap.largest). Целиком оно лежит в почтовом ящике, "
                        + "здесь только его заголовки")
                .formatted(size(bytes), size(largest.toBytes()));
    }

    static String notDelivered(String said) {
        return "Почтовый сервер называет это письмо, но не отдаёт его"
                + (said.isEmpty() ? "" : ": " + said)
                + ". Оно лежит в почтовом ящике";
    }

    static String gone(String mailbox) {
        return "Письма больше нет в ящике " + mailbox + ": его удалили или переложили";
    }

    static String keptElsewhere(long mail) {
        return "Это письмо уже принято целиком: № " + mail;
    }

    private static String size(long bytes) {
        long megabytes = DataSize.ofBytes(bytes).toMegabytes();
        return megabytes > 0 ? megabytes + " МБ" : bytes + " байт";
    }
}
