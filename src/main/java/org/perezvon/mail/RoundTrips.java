package org.perezvon.mail;

import java.time.Instant;

/** Whoever sends letters from us to us, to see that the way out and the way in are open, hears here of their return. */
public interface RoundTrips {

    /** What the reference of such a letter begins with; mails about it stay in the mail room. */
    String PREFIX = "self-test";

    /**
     * A letter has come back, in the transaction that settles it.
     *
     * @param mailId the mail as it is kept; nobody needs it any more
     * @param messageId as it arrived, with angle brackets; servers on the way may have changed it
     */
    void arrived(String reference, long mailId, String messageId, Instant receivedAt);
}
