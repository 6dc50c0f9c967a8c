package org.perezvon.mail.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.inbound.KindGuess.Delivery;

/** What a delivery report states about one recipient (RFC 3464 §2.3). */
final class RecipientStatus {

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private RecipientStatus() {}

    /** @param text what the report says besides in words: some reports state their recipient only there */
    static Delivery of(MailHeaders group, StatusPart report, BounceText text) {
        EmailAddress recipient = typed(group.first("Original-Recipient"));
        if (recipient == null) {
            recipient = typed(group.first("Final-Recipient"));
        }
        if (recipient == null) {
            recipient = typed(group.first("X-Actual-Recipient"));
        }
        String diagnostic = group.first("Diagnostic-Code");
        int semicolon = diagnostic.indexOf(';');
        return new Delivery(
                recipient == null ? text.recipient() : recipient,
                group.keyword("Action"),
                server(group, report),
                status(group.first("Status"), diagnostic),
                BounceText.brief(diagnostic.substring(semicolon + 1).strip()));
    }

    /** «5.0.0» says nothing where the server's own words say more. */
    private static String status(String stated, String diagnostic) {
        Matcher digits = STATUS.matcher(stated);
        String status = digits.find() ? digits.group(1) : "";
        if (status.isEmpty() || status.endsWith(".0.0")) {
            String said = BounceText.statusIn(diagnostic);
            return said.isEmpty() || (!status.isEmpty() && said.charAt(0) != status.charAt(0)) ? status : said;
        }
        return status;
    }

    /** The one that was asked to take the letter; for mailboxes of its own the one that reports. */
    private static String server(MailHeaders group, StatusPart report) {
        String remote = group.first("Remote-MTA");
        String named = remote.isEmpty()
                ? report.groups().stream()
                        .map(part -> part.first("Reporting-MTA"))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("")
                : remote;
        return BounceText.brief(named.substring(named.indexOf(';') + 1).strip());
    }

    /** {@code rfc822; user@example.ru} */
    private static @Nullable EmailAddress typed(String value) {
        int semicolon = value.indexOf(';');
        return AddressLine.address(value.substring(semicolon + 1)).orElse(null);
    }
}
