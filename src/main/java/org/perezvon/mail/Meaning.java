package org.perezvon.mail;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a mail means beside its kind, as far as its words tell.
 *
 * @param reason why more time is asked for, or the office is not competent, in the sender's words; null when none is given
 * @param requestedUntil the day until which more time is asked for (I-10.3); null when none is named
 * @param requestedDays how many more working days are asked for; null when no such number is named
 * @param incomingNumber under which the agency has registered our letter, as it writes it; null when it names none
 * @param redirectedTo the body to which our inquiry was sent on, or which is said to be competent; null when none is named
 * @param backOn the first day on which somebody who is away will read mail again; null when it is not said
 * @param deputy who is to be asked meanwhile, as written, with an address when one is given; null when nobody is named
 */
public record Meaning(
        @Nullable String reason,
        @Nullable LocalDate requestedUntil,
        @Nullable Integer requestedDays,
        @Nullable String incomingNumber,
        @Nullable String redirectedTo,
        @Nullable LocalDate backOn,
        @Nullable String deputy) {

    /** Nothing beside the kind. */
    public static final Meaning NONE = new Meaning(null, null, null, null, null, null, null);

    public static Meaning because(@Nullable String reason) {
        return ofExtension(reason, null, null);
    }

    /** The same, each of its words passed through {@code clean}. */
    public Meaning cleaned(UnaryOperator<String> clean) {
        return new Meaning(
                reason == null ? null : clean.apply(reason),
                requestedUntil,
                requestedDays,
                incomingNumber == null ? null : clean.apply(incomingNumber),
                redirectedTo == null ? null : clean.apply(redirectedTo),
                backOn,
                deputy == null ? null : clean.apply(deputy));
    }

    /** More time is asked for. */
    public static Meaning ofExtension(
            @Nullable String reason, @Nullable LocalDate requestedUntil, @Nullable Integer requestedDays) {
        return new Meaning(reason, requestedUntil, requestedDays, null, null, null, null);
    }

    /** Our letter was registered. */
    public static Meaning ofRegistration(@Nullable String incomingNumber) {
        return new Meaning(null, null, null, incomingNumber, null, null, null);
    }

    /** Somebody else is competent. */
    public static Meaning ofRefusal(
            @Nullable String reason, @Nullable String incomingNumber, @Nullable String redirectedTo) {
        return new Meaning(reason, null, null, incomingNumber, redirectedTo, null, null);
    }

    /** Somebody is away. */
    public static Meaning ofAbsence(@Nullable LocalDate backOn, @Nullable String deputy) {
        return new Meaning(null, null, null, null, null, backOn, deputy);
    }
}
