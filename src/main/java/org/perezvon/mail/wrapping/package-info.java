/** Unpacks what programs wrap the words and files of a letter in; pure functions that forgive what they cannot read. */
@NullMarked
package org.perezvon.mail.wrapping;

import org.jspecify.annotations.NullMarked;
