/** The few words every room speaks. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.perezvon.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
