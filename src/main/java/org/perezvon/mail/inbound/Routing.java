package org.perezvon.mail.inbound;

import java.util.List;
import org.perezvon.mail.IncomingMail;

/**
 * Where a mail goes and why.
 *
 * @param evidence the signals that decided, in the order of their rank, without any address or text of the mail
 */
record Routing(IncomingMail incoming, List<String> evidence) {}
