/** Who may do what. */
@ApplicationModule(allowedDependencies = {"kernel", "engine"})
@NullMarked
package org.perezvon.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
