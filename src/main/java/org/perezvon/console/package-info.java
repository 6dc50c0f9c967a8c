/** What an administrator asks at the command line. */
@ApplicationModule(allowedDependencies = {"kernel", "worktime", "mail"})
@NullMarked
package org.perezvon.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
