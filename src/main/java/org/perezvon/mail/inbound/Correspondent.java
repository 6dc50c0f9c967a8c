package org.perezvon.mail.inbound;

import org.perezvon.kernel.EmailAddress;

/**
 * Somebody named in a letter's head.
 *
 * @param name as the sender's program showed it; empty when it showed none
 */
public record Correspondent(String name, EmailAddress address) {

    @Override
    public String toString() {
        return name.isEmpty() ? address.value() : name + " <" + address + ">";
    }
}
