/** Letters in: from the bytes a mailbox holds to a value that says what was said. */
@NullMarked
package org.perezvon.mail.inbound;

import org.jspecify.annotations.NullMarked;
