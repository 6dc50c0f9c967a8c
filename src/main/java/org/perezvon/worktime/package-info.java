/** Working calendars and deadlines, each with the sentence that explains it. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.perezvon.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
