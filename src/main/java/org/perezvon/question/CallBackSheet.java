package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator needs before dialling.
 *
 * @param toSay the text composed from the answers, to be said as it is or in better words
 * @param heard ids of the replies that are in it; the form sends them back
 * @param newFrom inquiries that have something the citizen has not heard
 * @param callFrom since when it is decent to call, by the citizen's clock; past when it is now
 * @param zone where the citizen lives
 * @param attempt which attempt of this call-back this will be, from 1
 * @param preferred who asked and should call first, if they can (I-10.2)
 */
record CallBackSheet(
        String toSay,
        List<Long> heard,
        List<String> newFrom,
        Instant callFrom,
        String zone,
        int attempt,
        @Nullable String preferred) {}
