package org.perezvon.mail.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How the mail room fares, over HTTP. */
@RestController
@RequestMapping("/api/mail-room")
@Tag(name = "Почта")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class MailRoomController {

    private static final int SHOWN = 500;

    private final MailRoom room;
    private final MailWords words;
    private final TroubleStore troubles;
    private final RoundTripStore trips;
    private final SelfTest selfTest;

    MailRoomController(MailRoom room, MailWords words, TroubleStore troubles, RoundTripStore trips, SelfTest selfTest) {
        this.room = room;
        this.words = words;
        this.troubles = troubles;
        this.trips = trips;
        this.selfTest = selfTest;
    }

    @GetMapping
    @Operation(summary = "Состояние почты: ящики, серверы, очереди, проверка, неполадки")
    RoomView room() {
        return RoomView.of(room.look(), troubles.open(), words, room.now());
    }

    @GetMapping("/troubles")
    @Operation(summary = "Последние неполадки почты, новые первыми")
    List<RoomView.TroubleView> troubles(@RequestParam(defaultValue = "30") int limit) {
        return troubles.latest(within(limit)).stream()
                .map(RoomView.TroubleView::of)
                .toList();
    }

    @GetMapping("/troubles/{id}")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Одна неполадка почты")
    RoomView.TroubleView trouble(@PathVariable long id) {
        return troubles.find(id)
                .map(RoomView.TroubleView::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет неполадки с номером " + id));
    }

    @GetMapping("/self-tests")
    @Operation(summary = "Последние проверочные письма, новые первыми")
    List<RoomView.RoundTripView> selfTests(@RequestParam(defaultValue = "30") int limit) {
        return trips.latest(within(limit)).stream()
                .map(trip -> RoomView.trip(trip, words, room.now()))
                .toList();
    }

    @PostMapping("/self-tests")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Отправить проверочное письмо сейчас")
    void test() {
        selfTest.send();
    }

    private static int within(int limit) {
        return Math.max(1, Math.min(limit, SHOWN));
    }
}
