/** What a file holds: its true type, its text, what of it is hidden or dangerous. */
@NullMarked
package org.perezvon.mail.document;

import org.jspecify.annotations.NullMarked;
