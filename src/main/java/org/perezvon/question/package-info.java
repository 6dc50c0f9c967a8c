/** A citizen's question from the first ring to the call-back. */
@ApplicationModule(allowedDependencies = {"kernel", "directory", "worktime", "mail", "engine", "knowledge", "inquiry"})
@NullMarked
package org.perezvon.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
