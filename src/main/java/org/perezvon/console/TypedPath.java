package org.perezvon.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A path as somebody types it. */
final class TypedPath {

    private TypedPath() {}

    /** @throws WrongInput where Java cannot say it to the system, as Russian letters under {@code LANG=C} */
    static Path parse(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new WrongInput("Пути «" + text + "» в этой локали не открыть; запустите с LANG=C.UTF-8");
        }
    }
}
