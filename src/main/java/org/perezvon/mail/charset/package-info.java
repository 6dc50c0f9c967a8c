/** Bytes to letters, whatever charset the sender says they are in. */
@NullMarked
package org.perezvon.mail.charset;

import org.jspecify.annotations.NullMarked;
