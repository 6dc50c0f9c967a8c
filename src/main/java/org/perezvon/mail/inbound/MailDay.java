package org.perezvon.mail.inbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The day on which a mail was written, where it was written. */
final class MailDay {

    private MailDay() {}

    /** Null when the mail does not say. */
    static @Nullable LocalDate of(ParsedMail mail) {
        Instant written = mail.date();
        return written == null
                ? null
                : written.atOffset(offset(mail.headers().first("Date"))).toLocalDate();
    }

    /** The last {@code +0800} of the field. */
    private static ZoneOffset offset(String field) {
        int sign = Math.max(field.lastIndexOf('+'), field.lastIndexOf(" -") + 1);
        String digits = sign > 0 && sign + 5 <= field.length() ? field.substring(sign, sign + 5) : "";
        boolean numeric = digits.length() == 5 && digits.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            return numeric ? ZoneOffset.of(digits) : ZoneOffset.UTC;
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
