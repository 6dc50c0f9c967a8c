package org.perezvon.crash;

import jakarta.mail.internet.MimeMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Api;
import org.perezvon.testing.Mails;
import org.perezvon.testing.RealMailServers;

/**
 * Agencies that answer every letter at once, whether we are there or not. Some of their mails come twice, and now and then
 * they write something we did not ask for.
 */
final class Agencies implements AutoCloseable {

    private static final int HOW_MANY = 10;

    private final RealMailServers servers;
    private final Random random;
    private final ScheduledExecutorService day = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> letters = new ConcurrentHashMap<>();
    private final AtomicInteger unasked = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Agencies(RealMailServers servers, long seed) {
        this.servers = servers;
        this.random = new Random(seed);
    }

    static String code(int number) {
        return "agency-" + number % HOW_MANY;
    }

    /** Enters them into the directory. */
    void introduce(Api administrator) {
        for (int i = 0; i < HOW_MANY; i++) {
            introduce(administrator, code(i), address(i));
        }
    }

    static void introduce(Api administrator, String code, String email) {
        administrator.put(
                "/api/agencies/" + code,
                Map.of(
                        "name",
                        "Министерство " + code,
                        "shortName",
                        code,
                        "kind",
                        "REGIONAL",
                        "zone",
                        "Asia/Irkutsk",
                        "calendars",
                        List.of("ru", "ru-IRK"),
                        "opens",
                        "09:00",
                        "closes",
                        "18:00",
                        "topics",
                        List.of("пособия"),
                        "responsible",
                        Map.of("name", "Иванова Анна Петровна", "email", email)));
    }

    void goToWork() {
        day.scheduleWithFixedDelay(this::look, 0, 50, TimeUnit.MILLISECONDS);
    }

    /** Our letters by their Message-ID: how often each has come. */
    Map<String, Integer> letters() {
        if (failure != null) {
            throw new AssertionError("The agencies could not go on", failure);
        }
        return Map.copyOf(letters);
    }

    /** How many letters have come, each time counted. */
    int arrivals() {
        return letters.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many mails have come to us that answer nothing. */
    int unasked() {
        return unasked.get();
    }

    @Override
    public void close() {
        day.shutdownNow();
    }

    private void look() {
        try {
            for (int i = 0; i < HOW_MANY; i++) {
                for (MimeMessage letter : servers.maildir(address(i)).unread(known)) {
                    read(letter, address(i));
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    private void read(MimeMessage letter, String address) {
        if (letters.merge(Mails.messageId(letter), 1, Integer::sum) > 1) {
            return;
        }
        AgencyMail reply = AgencyMail.reply(letter, address, "Ответ на письмо " + Mails.messageId(letter));
        send(reply);
        if (random.nextInt(7) == 0) {
            send(reply);
        }
        if (random.nextInt(10) == 0) {
            send(AgencyMail.unasked(address, "Приглашение", "Приглашаем на совещание № " + unasked.incrementAndGet()));
        }
    }

    private void send(AgencyMail mail) {
        servers.post().send(mail.from(), mail.to(), mail.bytes());
    }

    private static String address(int number) {
        return "ivanova@" + code(number) + ".example";
    }
}
