/** By which words mails are read, as administrators change them. */
@NullMarked
package org.perezvon.mail.rules;

import org.jspecify.annotations.NullMarked;
