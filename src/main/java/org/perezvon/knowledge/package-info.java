/** The information base from which an operator answers first (I-9), kept true by those who own its items. */
@ApplicationModule(allowedDependencies = {"kernel", "directory", "worktime", "mail", "engine"})
@NullMarked
package org.perezvon.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
