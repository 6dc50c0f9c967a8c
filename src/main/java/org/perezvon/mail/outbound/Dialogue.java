package org.perezvon.mail.outbound;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/**
 * What we and servers say to each other during one attempt, with the times: evidence for people, and for ourselves the
 * answer to how far we had come. Passwords and the letter itself are left out.
 */
final class Dialogue {

    private static final Set<String> KEPT = Set.of("EHLO", "HELO", "STARTTLS", "MAIL", "RCPT", "DATA", ".");
    private static final int LONGEST = 16_000;

    private final Clock clock;
    private final StringBuilder text = new StringBuilder();
    private String lastVerb = "";
    private boolean answered = true;
    private boolean heeded = true;

    Dialogue(Clock clock) {
        this.clock = clock;
    }

    void dialling(String route) {
        heeded = true;
        line("—", route);
    }

    void said(String command) {
        String verb = command.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        boolean login = verb.equals("AUTH");
        heeded = login || KEPT.contains(verb);
        if (heeded) {
            lastVerb = verb;
            answered = false;
            line("→", login ? "AUTH …" : command.strip());
        }
    }

    void heard(String reply) {
        answered = true;
        if (heeded) {
            boolean greeting = lastVerb.equals("EHLO") || lastVerb.equals("HELO");
            line("←", greeting ? reply.strip().lines().findFirst().orElse("") : reply);
        }
    }

    void broken(String why) {
        line("×", why);
    }

    /** The server has the whole letter and has not said whether it takes it. */
    boolean isInDoubt() {
        return lastVerb.equals(".") && !answered;
    }

    /** Nobody has been named yet to whom the letter goes: what the server objects to is us. */
    boolean isBeforeRecipient() {
        return !lastVerb.equals("RCPT") && !lastVerb.equals("DATA") && !lastVerb.equals(".");
    }

    String text() {
        return text.toString();
    }

    private void line(String who, String words) {
        if (text.length() < LONGEST) {
            text.append(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .append(' ')
                    .append(who)
                    .append(' ')
                    .append(ServerWords.fit(words))
                    .append('\n');
        }
    }
}
