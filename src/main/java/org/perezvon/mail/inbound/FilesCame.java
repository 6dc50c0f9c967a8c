package org.perezvon.mail.inbound;

import java.util.List;
import org.perezvon.mail.MailReading;

/**
 * The fact that a mail with files has found its place. Published inside the transaction that settles it.
 *
 * @param files as the sender names them, in their order
 */
public record FilesCame(long mailId, List<MailReading.Attachment> files) {

    public FilesCame {
        files = List.copyOf(files);
    }
}
