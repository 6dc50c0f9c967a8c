package org.perezvon.mail.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.inbound.DeskStore;
import org.perezvon.mail.inbound.MailHead;
import org.perezvon.mail.inbound.MailHeaders;

/**
 * The mail a letter of ours answers, as far as its head tells where the answer belongs (RFC 5322 §3.6.4).
 *
 * @param messageId in angle brackets; null when the mail has none
 * @param thread the mails before it and itself; null when it names none
 */
record AnsweredMail(@Nullable String messageId, @Nullable String thread) {

    static final AnsweredMail NONE = new AnsweredMail(null, null);

    /** Mail programs look at the first and the last ones; a header without end is somebody else's mistake. */
    private static final int MOST_BEFORE = 10;

    static AnsweredMail of(DeskStore.Kept mail) {
        MailHeaders head = MailHead.headers(mail.bytes());
        List<String> before = head.ids("References");
        List<String> thread = new ArrayList<>(before.subList(Math.max(0, before.size() - MOST_BEFORE), before.size()));
        String id = head.ids("Message-ID").stream().findFirst().orElse(null);
        if (id != null) {
            thread.add(id);
        }
        return new AnsweredMail(
                id == null ? null : "<" + id + ">",
                thread.isEmpty()
                        ? null
                        : thread.stream().distinct().map(one -> "<" + one + ">").collect(Collectors.joining(" ")));
    }
}
