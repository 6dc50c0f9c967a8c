package org.perezvon.story;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whole cases, from the call to the last letter, as they are mixed in real life. Each begins on Tuesday the 17th of November
 * 2026 at 10:30 in Irkutsk: an answer is due on Wednesday at 10:30, is reminded of on Tuesday at 17:30, and the five working
 * days end on Tuesday the 24th at 18:00.
 */
@WholeHouse
abstract class CaseStories {

    static final String ANSWER = "Пособие назначается со дня подачи заявления.";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        at("2026-11-17T10:30");
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    /** @param inIrkutsk local time there */
    void at(String inIrkutsk) {
        clock.moveTo(CaseFile.at(inIrkutsk));
    }

    /** An agency in the centre's mailing list, asked about a benefit; it has received the request. */
    CaseFile asked(String... agencyCodes) {
        return CaseFile.opened(house, agencyCodes);
    }
}
