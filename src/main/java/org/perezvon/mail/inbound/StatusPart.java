package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/**
 * What one program tells another within a report (RFC 3464, RFC 8098).
 *
 * @param type {@code message/delivery-status}, {@code message/disposition-notification} or the like
 * @param groups blocks of fields as divided by blank lines: the message first, then each recipient
 */
public record StatusPart(String type, List<MailHeaders> groups) {

    private static final int MOST_GROUPS = 500;

    public StatusPart {
        groups = List.copyOf(groups);
    }

    static StatusPart parse(String type, String text) {
        List<MailHeaders> groups = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            if (line.isBlank()) {
                close(block, groups);
            } else {
                block.append(line).append('\n');
            }
        }
        close(block, groups);
        return new StatusPart(type, groups);
    }

    private static void close(StringBuilder block, List<MailHeaders> groups) {
        if (!block.isEmpty() && groups.size() < MOST_GROUPS) {
            MailHeaders group = MailHeaders.parse(block.toString());
            if (!group.fields().isEmpty()) {
                groups.add(group);
            }
        }
        block.setLength(0);
    }
}
