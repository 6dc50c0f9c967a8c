/** From a letter put into the outbox to a receipt of the recipient's server. */
@NullMarked
package org.perezvon.mail.outbound;

import org.jspecify.annotations.NullMarked;
