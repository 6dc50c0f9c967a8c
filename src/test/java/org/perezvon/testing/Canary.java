package org.perezvon.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Falls silent in a mine when something is wrong: here it sings whenever somebody makes the engine run foreign code. */
public class Canary {

    private static final AtomicInteger SONGS = new AtomicInteger();

    /** An expression that needs nothing but a text to reach any class. */
    public static final String AWAKENING =
            "${''.getClass().forName('org.perezvon.testing.Canary').getMethod('sing').invoke(null)}";

    public static String sing() {
        SONGS.incrementAndGet();
        return "tweet";
    }

    public static int songs() {
        return SONGS.get();
    }

    public static void hush() {
        SONGS.set(0);
    }
}
