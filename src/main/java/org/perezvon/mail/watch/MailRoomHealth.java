package org.perezvon.mail.watch;

import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** What {@code /actuator/health} says of the mail room; whether this node is alive is another question. */
@Configuration(proxyBeanMethods = false)
class MailRoomHealth {

    private final MailRoom room;
    private final MailWords words;

    MailRoomHealth(MailRoom room, MailWords words) {
        this.room = room;
        this.words = words;
    }

    @Bean
    HealthIndicator mailboxesHealthIndicator() {
        return () -> asked(this::mailboxes);
    }

    @Bean
    HealthIndicator routesHealthIndicator() {
        return () -> asked(this::routes);
    }

    @Bean
    HealthIndicator selfTestHealthIndicator() {
        return () -> asked(this::selfTest);
    }

    @Bean
    HealthIndicator mailFilesHealthIndicator() {
        return () -> asked(this::files);
    }

    private Health mailboxes(RoomState state, Instant now) {
        boolean read =
                state.mailboxes().stream().noneMatch(mailbox -> mailbox.state(now) == WatchedMailbox.State.UNREAD);
        Health.Builder health = read ? Health.up() : Health.down();
        state.mailboxes().forEach(mailbox -> health.withDetail(mailbox.mailbox(), words.of(mailbox, now)));
        return health.build();
    }

    private Health routes(RoomState state, Instant now) {
        Health.Builder health = state.isShutIn(now) ? Health.down() : Health.up();
        state.routes().forEach(route -> health.withDetail(route.route(), words.of(route, now)));
        return health.withDetail("ждут отправки", state.queues().out().number()).build();
    }

    private Health selfTest(RoomState state, Instant now) {
        return (state.selfTest().isWell(now) ? Health.up() : Health.down())
                .withDetail("проверка почты", words.of(state.selfTest(), now))
                .build();
    }

    private Health files(RoomState state, Instant now) {
        return (state.files().areStuck(now) ? Health.down() : Health.up())
                .withDetail("файлы писем", words.of(state.files(), now))
                .build();
    }

    private Health asked(Question question) {
        try {
            return question.about(room.state(), room.now());
        } catch (DataAccessException e) {
            return Health.down(e).build();
        }
    }

    private interface Question {

        Health about(RoomState state, Instant now);
    }
}
