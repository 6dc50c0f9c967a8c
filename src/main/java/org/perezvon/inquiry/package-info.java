/** One request to one responsible person, until it is answered. */
@ApplicationModule(allowedDependencies = {"kernel", "directory", "worktime", "mail", "engine"})
@NullMarked
package org.perezvon.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
