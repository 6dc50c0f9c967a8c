/** Mails come from their servers into the database, byte by byte as they are; nobody has read them yet. */
@NullMarked
package org.perezvon.mail.arrival;

import org.jspecify.annotations.NullMarked;
