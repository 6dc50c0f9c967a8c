package org.perezvon.console;

import java.time.DateTimeException;
import java.time.ZoneId;

/** A time zone as somebody types it. */
final class TypedZone {

    private TypedZone() {}

    /** @throws WrongInput when there is no such zone, with the one that was probably meant */
    static ZoneId parse(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            throw new WrongInput("Часового пояса «" + text + "» нет."
                    + Nearest.sentence(text, ZoneId.getAvailableZoneIds())
                    + " Пояс называют по городу: Asia/Irkutsk, Asia/Tomsk, Asia/Almaty");
        }
    }
}
