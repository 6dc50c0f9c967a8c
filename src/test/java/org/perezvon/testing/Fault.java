package org.perezvon.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

/**
 * One thing that goes wrong with one connection of a {@link FaultyLine}, and when: {@code Fault.cut().whenClientSaid("\r\n.\r\n")}.
 * Without a moment it strikes before the first byte. What passed until then has passed to the last byte.
 *
 * @param bytes how many bytes pass in this direction after the pattern; without a pattern, after the first of all
 */
public record Fault(Effect effect, Direction direction, int bytes, String pattern, Duration delay) {

    /** What becomes of the connection from that moment on. */
    public enum Effect {
        /** Nothing ever goes wrong. */
        NONE,
        /** The client's connection is reset; the server still gets what was on its way to it. */
        CUT,
        /** Both connections stay open, and nothing passes any more in either direction. */
        STALL,
        /** What goes in this direction disappears; the other direction goes on. */
        SWALLOW,
        /** What goes in this direction arrives as as many other bytes. */
        GARBAGE,
        /** Every piece that goes in this direction comes later. */
        DELAY
    }

    /** Whose words count, and to whose words it happens. */
    public enum Direction {
        FROM_CLIENT,
        FROM_SERVER
    }

    public static Fault none() {
        return of(Effect.NONE);
    }

    /** The connection is taken and cut at once. */
    public static Fault cut() {
        return of(Effect.CUT);
    }

    public static Fault stall() {
        return of(Effect.STALL);
    }

    public static Fault swallow() {
        return of(Effect.SWALLOW);
    }

    public static Fault garbage() {
        return of(Effect.GARBAGE);
    }

    public static Fault delay(Duration delay) {
        return new Fault(Effect.DELAY, Direction.FROM_SERVER, 0, "", delay);
    }

    /** One that the seed chooses, at a moment that it chooses as well. */
    public static Fault random(Random seeded) {
        Effect effect = Effect.values()[seeded.nextInt(Effect.values().length)];
        Direction direction = Direction.values()[seeded.nextInt(Direction.values().length)];
        return new Fault(effect, direction, seeded.nextInt(20_000), "", Duration.ofMillis(1 + seeded.nextInt(50)));
    }

    /** It strikes when the client has sent this and the server has got it. */
    public Fault whenClientSaid(String words) {
        return new Fault(effect, Direction.FROM_CLIENT, bytes, words, delay);
    }

    /** It strikes when the server has sent this and the client has got it. */
    public Fault whenServerSaid(String words) {
        return new Fault(effect, Direction.FROM_SERVER, bytes, words, delay);
    }

    /** So many bytes from the client later. */
    public Fault afterClientBytes(int count) {
        return new Fault(effect, Direction.FROM_CLIENT, count, pattern, delay);
    }

    /** So many bytes from the server later. */
    public Fault afterServerBytes(int count) {
        return new Fault(effect, Direction.FROM_SERVER, count, pattern, delay);
    }

    private static Fault of(Effect effect) {
        return new Fault(effect, Direction.FROM_SERVER, 0, "", Duration.ZERO);
    }

    /** Counts what passes in the direction of the fault. */
    Countdown countdown() {
        return new Countdown(this);
    }

    /** Knows how much may still pass. */
    static final class Countdown {

        private final byte[] pattern;
        private int matched;
        private int left;

        private Countdown(Fault fault) {
            this.pattern = fault.pattern().getBytes(StandardCharsets.ISO_8859_1);
            this.left = fault.bytes();
        }

        /** @return how many of these bytes pass before the fault strikes; all of them: it does not strike yet */
        int passing(byte[] piece, int length) {
            int at = 0;
            while (at < length && matched < pattern.length) {
                matched = following(piece[at++]);
            }
            int more = Math.min(left, length - at);
            left -= more;
            return at + more;
        }

        boolean struck() {
            return matched == pattern.length && left == 0;
        }

        /** How much of the pattern stands at the end of what has passed, after this byte. */
        private int following(byte next) {
            for (int length = matched; length >= 0; length--) {
                if (pattern[length] == next && overlaps(length)) {
                    return length + 1;
                }
            }
            return 0;
        }

        /** Whether the first bytes of the pattern are also the last of what has matched so far. */
        private boolean overlaps(int length) {
            for (int i = 0; i < length; i++) {
                if (pattern[i] != pattern[matched - length + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
