/** Letters out, letters in; knows nothing of questions or inquiries. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.perezvon.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
