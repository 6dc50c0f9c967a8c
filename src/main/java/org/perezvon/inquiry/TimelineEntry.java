package org.perezvon.inquiry;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a case, as a stranger may read it years later.
 *
 * @param kind for programs, e.g. {@code LETTER_REQUEST}, {@code MAIL_ANSWER}, {@code TERM_SET}
 * @param text for people, in Russian, one sentence
 * @param who did it; absent where the program did
 * @param inquiry number of the inquiry it is about; absent where it is about the question
 * @param details what proves it or says more: a derivation, a server's reply, the words of a mail
 */
public record TimelineEntry(
        Instant at,
        String kind,
        String text,
        @Nullable String who,
        @Nullable String inquiry,
        List<String> details) {

    /** In the order in which things happened. */
    public static final Comparator<TimelineEntry> IN_TIME = Comparator.comparing(TimelineEntry::at);

    public TimelineEntry {
        details = List.copyOf(details);
    }
}
