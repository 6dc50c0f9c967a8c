/** The mail room looks at itself, and tells people what it cannot cure. */
@NullMarked
package org.perezvon.mail.watch;

import org.jspecify.annotations.NullMarked;
