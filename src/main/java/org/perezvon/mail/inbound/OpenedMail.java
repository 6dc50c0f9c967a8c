package org.perezvon.mail.inbound;

import java.util.List;
import org.perezvon.mail.MailReading;

/** A mail in the hands of a reader. */
interface OpenedMail {

    Traces traces();

    /** As the sender names them, in their order. */
    List<MailReading.Attachment> files();

    /**
     * Reads what it says.
     *
     * @param ours everything we wrote in its conversation: what stands between our lines is an answer, too; empty when we
     *     know of none
     * @throws NotRead when that takes too much time or memory
     */
    Understood read(String ours);

    /** @param evidence why it is taken for what it is, in Russian */
    record Understood(MailReading reading, List<String> evidence) {

        public Understood {
            evidence = List.copyOf(evidence);
        }
    }
}
