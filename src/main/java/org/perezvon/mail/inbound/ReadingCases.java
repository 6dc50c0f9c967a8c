package org.perezvon.mail.inbound;

import java.util.List;
import org.perezvon.mail.MailKind;

/** Mails of which people have said what they really are: rules are tried on them, too. */
public interface ReadingCases {

    /** @param most no more than so many, newest first */
    List<Case> latest(int most);

    /**
     * One of them.
     *
     * @param name by which people find it
     * @param raw as it came in
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes to be read, never compared
    record Case(String name, byte[] raw, MailKind kind) {}
}
