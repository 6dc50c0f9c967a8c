/** Agencies, the persons responsible in them and what they are competent for. */
@ApplicationModule(allowedDependencies = {"kernel", "worktime"})
@NullMarked
package org.perezvon.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
