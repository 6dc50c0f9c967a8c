/** The cloakroom of the mail room: files that came with mails, kept by what they hold and handed out when they may be. */
@NullMarked
package org.perezvon.mail.files;

import org.jspecify.annotations.NullMarked;
